import { useTranslation } from 'react-i18next';
import type { ReportTarget } from '~/kpi/report-on-page';
import { useFormat } from '../use-format';
import classes from './reports.module.css';

const WIDTH = 132;
const HEIGHT = 28;
const PAD = 3;

/** A year of a series in small, with its target: missing months are gaps; the months are read out one by one. */
export function Sparkline({ target }: { target: ReportTarget }) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = target.months.slice(-12);
  const goal = Number(target.target);
  const values = months.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  const least = Math.min(goal, ...values);
  const most = Math.max(goal, ...values);
  const span = most - least || 1;
  const x = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, months.length - 1);
  const y = (value: number) => HEIGHT - PAD - ((value - least) * (HEIGHT - 2 * PAD)) / span;
  const path = months
    .map(({ value }, index) => {
      if (value === null) return '';
      const starts = index === 0 || months[index - 1]?.value === null;
      return `${starts ? 'M' : 'L'}${x(index).toFixed(1)} ${y(Number(value)).toFixed(1)}`;
    })
    .join('');
  const words = months
    .map(({ period, value }) => {
      const said =
        value === null
          ? t('kpi:review.missing')
          : format.againstTarget(value, target.target, { unit: target.unit });
      return `${format.month(period)}: ${said}`;
    })
    .join('; ');
  return (
    <svg
      className={classes.spark}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <line x1={0} x2={WIDTH} y1={y(goal)} y2={y(goal)} />
      <path d={path} />
      {months.map(({ period, value, standing, reported }, index) =>
        value !== null && (reported || standing === 'breached') ? (
          <circle
            key={period}
            cx={x(index)}
            cy={y(Number(value))}
            r={reported ? 3 : 2}
            data-standing={standing}
          />
        ) : null,
      )}
    </svg>
  );
}
