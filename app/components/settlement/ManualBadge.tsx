import { useTranslation } from 'react-i18next';
import type { ManualState } from '~/settlement/manual-kind';
import { StateBadge } from '../StateBadge';

const tones = {
  proposed: 'attention',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
} as const;

/** Where a bonus or penalty by hand stands. */
export function ManualBadge({ state }: { state: ManualState }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[state]}>{t(`settlement:manual.state.${state}`)}</StateBadge>;
}
