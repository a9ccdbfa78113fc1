import { useTranslation } from 'react-i18next';
import type { PackRating } from '~/packs/section';
import { Shape, type Outcome, type Severity } from '../OutcomeMark';
import classes from '../OutcomeMark.module.css';

const marks: Record<PackRating, { outcome: Outcome; severity?: Severity }> = {
  good: { outcome: 'met' },
  approaching: { outcome: 'at_risk' },
  improve: { outcome: 'breached', severity: 'minor' },
  inadequate: { outcome: 'breached', severity: 'critical' },
};

/** A rating by its word, with the shape and colour of the outcome that it stands for. */
export function RatingMark({ rating }: { rating: PackRating | null }) {
  const { t } = useTranslation();
  const { outcome, severity }: (typeof marks)[PackRating] =
    rating === null ? { outcome: 'no_data' } : marks[rating];
  return (
    <span className={classes.mark} data-outcome={outcome}>
      <Shape outcome={outcome} severity={severity} />
      <span>{t(rating === null ? 'common:outcome.no_data' : `reviews:rating.${rating}`)}</span>
    </span>
  );
}
