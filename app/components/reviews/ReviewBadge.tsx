import { useTranslation } from 'react-i18next';
import type { ReviewState } from '~/reviews/review';
import { StateBadge, type Tone } from '../StateBadge';

const tones: Record<ReviewState, Tone> = {
  planned: 'quiet',
  frozen: 'accent',
  meeting: 'accent',
  held: 'attention',
  recorded: 'attention',
  signed: 'good',
  cancelled: 'quiet',
};

/** Where a review stands, in a word. */
export function ReviewBadge({ state }: { state: ReviewState }) {
  const { t } = useTranslation();
  return <StateBadge tone={tones[state]}>{t(`reviews:state.${state}`)}</StateBadge>;
}
