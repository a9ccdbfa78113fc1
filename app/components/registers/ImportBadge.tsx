import { useTranslation } from 'react-i18next';
import { StateBadge } from '../StateBadge';

const tones = { waiting: 'accent', taken: 'good', refused: 'bad', failed: 'bad' } as const;

/** What became of a file of vendors. */
export function ImportBadge({ state }: { state: keyof typeof tones }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[state]}>{t(`diligence:import.state.${state}`)}</StateBadge>;
}
