import { useTranslation } from 'react-i18next';
import type { ReportState } from '~/kpi/report';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<ReportState, Tone> = {
  staging: 'quiet',
  draft: 'quiet',
  submitted: 'accent',
  changes_requested: 'attention',
  accepted: 'good',
  superseded: 'quiet',
  discarded: 'quiet',
};

/** Where a report stands, in a word. */
export function ReportBadge({
  state,
  errorCount = 0,
}: {
  state: ReportState;
  errorCount?: number;
}) {
  const { t } = useTranslation();
  const hasErrors = state === 'draft' && errorCount > 0;
  return (
    <StateBadge tone={hasErrors ? 'attention' : tones[state]}>
      {t(`kpi:state.${hasErrors ? 'errors' : state}`)}
    </StateBadge>
  );
}
