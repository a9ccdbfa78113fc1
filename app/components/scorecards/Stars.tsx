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
      <Row />
      <span className={classes.starsOn} style={{ width: `${halves * 10}%` }}>
        <Row />
      </span>
    </span>
  );
}

const STAR = 'l2.5 5.1 5.6.8-4 4 .9 5.6-5-2.6-5 2.6.9-5.6-4-4 5.6-.8z';

/** Five stars side by side, in outline; the style sheet fills those that count. */
function Row() {
  return (
    <svg viewBox="0 0 100 20" width="80" height="16" aria-hidden>
      {Array.from({ length: STARS }, (_, index) => (
        <path key={index} d={`M${index * 20 + 10} 2${STAR}`} />
      ))}
    </svg>
  );
}
