import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '../StateBadge';

type HitState = 'open' | 'same' | 'different' | 'gone';

const tones: Record<HitState, Tone> = {
  open: 'attention',
  same: 'bad',
  different: 'good',
  gone: 'quiet',
};

/** Whether a hit waits for a person, and what was decided. */
export function HitBadge({ state }: { state: HitState }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[state]}>{t(`diligence:hit.states.${state}`)}</StateBadge>;
}
