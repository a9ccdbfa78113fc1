import { useTranslation } from 'react-i18next';
import type { StatementState } from '~/settlement/statement';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<StatementState, Tone> = {
  draft: 'quiet',
  sent: 'accent',
  disputed: 'attention',
  agreed: 'accent',
  settled: 'good',
};

/** Where a statement stands. */
export function StatementBadge({ state }: { state: StatementState }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[state]}>{t(`settlement:state.${state}`)}</StateBadge>;
}
