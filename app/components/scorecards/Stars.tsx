import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format';
import classes from './scorecards.module.css';

const STARS = 5;

/** A rating of 0 to 100 as up to five stars, halves counted; read out as "3.5 of 5". */
export function Stars({ value }: { value: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const halves = Math.round((Number(value) / 100) * STARS * 2);
  const rating = t('assessments:stars', { rating: format.number(String(halves / 2)), of: STARS });
  return (
    <span className={classes.stars} role="img" aria-label={rating} title={rating}>
      <span aria-hidden className={classes.starsAll}>
        {'☆'.repeat(STARS)}
      </span>
      <span aria-hidden className={classes.starsOn} style={{ width: `${halves * 10}%` }}>
        {'★'.repeat(STARS)}
      </span>
    </span>
  );
}
