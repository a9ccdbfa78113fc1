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

/** A vendor's status in a word; a list gives the word, so that no row has to ask for the language by itself. */
export function VendorBadge({ status, word }: { status: Status; word?: string }) {
  const tone = tones[status] ?? 'quiet';
  return <StateBadge tone={tone}>{word ?? <StatusWord status={status} />}</StateBadge>;
}

function StatusWord({ status }: { status: Status }) {
  const { t } = useTranslation();
  return t(`common:vendorState.${status}`);
}
