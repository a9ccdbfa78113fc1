import { useTranslation } from 'react-i18next';
import type { CheckState } from '~/onboarding/due-diligence';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<CheckState, Tone> = {
  not_started: 'quiet',
  in_progress: 'accent',
  awaiting_sign_off: 'attention',
  passed: 'good',
  failed: 'bad',
  not_applicable: 'quiet',
  expired: 'bad',
};

type Props = { state: CheckState; standing: 'open' | 'valid' | 'expiring' | 'expired' };

/** Where a check stands; one that ran out says so before the night's job has marked it. */
export function CheckBadge({ state, standing }: Props) {
  const { t } = useTranslation();
  if (standing === 'expiring')
    return <StateBadge tone="attention">{t('diligence:check.expiring')}</StateBadge>;
  const shown = standing === 'expired' ? 'expired' : state;
  return <StateBadge tone={tones[shown]}>{t(`diligence:check.states.${shown}`)}</StateBadge>;
}
