import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '../StateBadge';

type Status =
  | 'prospect'
  | 'screening'
  | 'approved'
  | 'conditional'
  | 'rejected'
  | 'active'
  | 'suspended'
  | 'exiting'
  | 'exited';

const tones: Partial<Record<Status, Tone>> = {
  active: 'accent',
  conditional: 'attention',
  suspended: 'bad',
  rejected: 'bad',
};

/** A vendor's status in a word. */
export function VendorBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <StateBadge tone={tones[status] ?? 'quiet'}>{t(`common:vendorState.${status}`)}</StateBadge>
  );
}
