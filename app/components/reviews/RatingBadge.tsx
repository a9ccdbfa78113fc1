import { useTranslation } from 'react-i18next';
import type { PackRating } from '~/packs/section';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<PackRating, Tone> = {
  good: 'good',
  approaching: 'attention',
  improve: 'bad',
  inadequate: 'bad',
};

/** How a vendor did, in a word; without data it says so. */
export function RatingBadge({ rating }: { rating: PackRating | null }) {
  const { t } = useTranslation();
  return rating === null ? (
    <StateBadge>{t('common:outcome.no_data')}</StateBadge>
  ) : (
    <StateBadge tone={tones[rating]}>{t(`reviews:rating.${rating}`)}</StateBadge>
  );
}
