import { useTranslation } from 'react-i18next';
import { formatMonthShort } from '~/shared/format';
import { monthOf, yearOf, type Period } from '~/shared/period';
import { brokenPath, roundScale } from './chart-scale';
import { Shape } from './OutcomeMark';
import type { TrendPoint } from './TrendChart';
import { useFormat } from './use-format';
import classes from './TrendChart.module.css';

type Slot = { period: Period; point: TrendPoint | null };
type Props = {
  slots: readonly Slot[];
  target: string | number | null;
  warnAt: string | number | null;
  isPercent: boolean;
  width: number;
  index: number;
  choose: (index: number) => void;
  label: string;
};

const height = 236;
const inset = { top: 14, right: 14, bottom: 38, left: 44 };

/** The drawing of a trend: axis, target and warning lines, the measure with its gaps, a mark for every outcome. */
export function TrendPlot(props: Props) {
  const { slots, target, warnAt, isPercent, width, index, choose, label } = props;
  const format = useFormat();
  const values = slots.flatMap(({ point }) => (point?.value == null ? [] : [Number(point.value)]));
  const lines = [target, warnAt].flatMap((line) => (line === null ? [] : [Number(line)]));
  const scale = roundScale(
    values.length + lines.length > 0 ? [...values, ...lines] : [0, 1],
    isPercent,
  );
  const inner = width - inset.left - inset.right;
  const step = inner / Math.max(1, slots.length);
  const x = (at: number) => inset.left + step * (at + 0.5);
  const y = (value: number) =>
    inset.top +
    (height - inset.top - inset.bottom) * (1 - (value - scale.min) / (scale.max - scale.min));
  const spots = slots.map(({ point }, at) =>
    point?.value == null ? null : { x: x(at), y: y(Number(point.value)), point },
  );
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className={classes.svg}
      onPointerMove={(event) => {
        const { left } = event.currentTarget.getBoundingClientRect();
        const at = Math.floor((event.clientX - left - inset.left) / step);
        choose(Math.max(0, Math.min(slots.length - 1, at)));
      }}
    >
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={inset.left}
            x2={width - inset.right}
            y1={y(tick)}
            y2={y(tick)}
            className={classes.grid}
          />
          <text x={inset.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format.number(tick, { maxDigits: scale.digits })}
            {isPercent && tick === scale.ticks.at(-1) ? '%' : ''}
          </text>
        </g>
      ))}
      <Months slots={slots} step={step} x={x} />
      <line
        x1={x(index)}
        x2={x(index)}
        y1={inset.top}
        y2={height - inset.bottom}
        className={classes.cursor}
      />
      <path d={brokenPath(spots)} className={classes.line} />
      <Lines target={target} warnAt={warnAt} y={y} width={width} />
      {spots.map(
        (spot, at) => spot && <Spot key={slots[at]?.period} {...spot} isChosen={at === index} />,
      )}
    </svg>
  );
}

type LinesProps = Pick<Props, 'target' | 'warnAt' | 'width'> & { y: (value: number) => number };

/** Each line carries its name; the two names keep apart where the lines are close. */
function Lines({ target, warnAt, width, y }: LinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isTargetAbove = target !== null && warnAt !== null && Number(target) > Number(warnAt);
  const lines = [
    { kind: 'warn', at: warnAt, isAbove: !isTargetAbove },
    { kind: 'target', at: target, isAbove: isTargetAbove || warnAt === null },
  ] as const;
  return lines.map(({ kind, at, isAbove }) =>
    at === null ? null : (
      <g key={kind} data-line={kind} className={classes.goal}>
        <line x1={inset.left} x2={width - inset.right} y1={y(Number(at))} y2={y(Number(at))} />
        <text x={width - inset.right} y={y(Number(at)) + (isAbove ? -5 : 12)} textAnchor="end">
          {t(`kit:chart.${kind}`, { value: format.number(at, { maxDigits: 6 }) })}
        </text>
      </g>
    ),
  );
}

type MonthsProps = { slots: readonly Slot[]; step: number; x: (at: number) => number };

/** As many months as fit, counted so that Januaries are among them; the year under January and the first. */
function Months({ slots, step, x }: MonthsProps) {
  const { locale } = useFormat();
  const every = [1, 2, 3, 6, 12].find((count) => count * step >= 38) ?? 12;
  return slots.map(({ period }, at) => {
    if ((monthOf(period) - 1) % every !== 0) return null;
    const isFirst = at < every;
    return (
      <text key={period} x={x(at)} y={height - inset.bottom + 16} textAnchor="middle">
        {formatMonthShort(period, locale)}
        {(isFirst || monthOf(period) === 1) && (
          <tspan x={x(at)} dy="1.2em">
            {yearOf(period)}
          </tspan>
        )}
      </text>
    );
  });
}

type SpotProps = { x: number; y: number; point: TrendPoint; isChosen: boolean };

function Spot({ x, y, point: { outcome, severity }, isChosen }: SpotProps) {
  if (!outcome || outcome === 'met')
    return <circle cx={x} cy={y} r={isChosen ? 4.5 : 3} className={classes.dot} />;
  return (
    <g data-outcome={outcome} className={classes.spot}>
      <rect x={x - 7} y={y - 7} width="14" height="14" rx="2" className={classes.halo} />
      <svg x={x - 7} y={y - 7} width="14" height="14">
        <Shape outcome={outcome} severity={severity ?? null} />
      </svg>
    </g>
  );
}
