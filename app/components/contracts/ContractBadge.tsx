import { useTranslation } from 'react-i18next';
import type { ContractStanding } from '~/contracts/contract';
import { StateBadge } from '../StateBadge';

const tones = {
  draft: 'quiet',
  review: 'quiet',
  approved: 'quiet',
  upcoming: 'quiet',
  in_force: 'accent',
  ended: 'quiet',
  terminated: 'quiet',
} as const;

/** Where a contract stands, by word and colour. */
export function ContractBadge({ standing }: { standing: ContractStanding }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[standing]}>{t(`common:contractState.${standing}`)}</StateBadge>;
}
