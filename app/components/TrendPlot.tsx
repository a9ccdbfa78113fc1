import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonthShort } from '~/shared/format';
import { yearOf, type Period } from '~/shared/period';
import { monthTicks, percent, slotMiddle, valueTicks } from './chart-scale';
import { Shape } from './OutcomeMark';
import type { TrendPoint } from './TrendChart';
import { useFormat } from './use-format';
import classes from './TrendPlot.module.css';

type Slot = { period: Period; point: TrendPoint | null };
type Goals = { target: string | number | null; warnAt: string | number | null };
type Props = Goals & {
  slots: readonly Slot[];
  isPercent: boolean;
  index: number;
  choose: (index: number) => void;
};

const TOP = 16;
const BOTTOM = 202;
/** How many months stand side by side on a phone, in a column and across a page: the style sheet shows the one that fits. */
const ROOMS = { narrow: 5, middle: 10, wide: 16 } as const;

/** Pixels from the top for a value. */
type Level = (value: string | number) => number;

/**
 * The drawing of a trend: target and warning lines named on the line, gaps where nothing was reported, every outcome
 * marked. Across it counts in percent, so that the server draws it for whatever width it is read or printed at.
 */
export function TrendPlot({ slots, target, warnAt, isPercent, index, choose }: Props) {
  const format = useFormat();
  const values = slots.flatMap(({ point }) => point?.value ?? []);
  const ticks = valueTicks([...values, target ?? [], warnAt ?? []].flat().map(Number), isPercent);
  const [low, high] = [ticks.at(0) ?? 0, ticks.at(-1) ?? 1];
  const level: Level = (value) =>
    Math.round((BOTTOM - ((Number(value) - low) / (high - low)) * (BOTTOM - TOP)) * 10) / 10;
  const point = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const at = Math.floor(((clientX - left) / width) * slots.length);
    choose(Math.max(0, Math.min(slots.length - 1, at)));
  };
  const chosen = percent(slotMiddle(index, slots.length));
  return (
    <div
      className={classes.field}
      data-goals={target !== null || warnAt !== null}
      onPointerMove={point}
      onPointerDown={point}
    >
      <svg className={classes.drawing} aria-hidden>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1="0" x2="100%" y1={level(tick)} y2={level(tick)} className={classes.grid} />
            <text x="-8" y={level(tick) + 4} className={classes.value}>
              {format.number(tick, { maxDigits: 6, unit: isPercent ? '%' : null })}
            </text>
          </g>
        ))}
        <Months periods={slots.map(({ period }) => period)} />
        <line x1={chosen} x2={chosen} y1={TOP} y2={BOTTOM} className={classes.chosen} />
        <GoalLines target={target} warnAt={warnAt} level={level} />
        <Course slots={slots} level={level} />
        {slots.map(({ period, point: mark }, at) => (
          <Spot
            key={period}
            point={mark}
            x={percent(slotMiddle(at, slots.length))}
            level={level}
            isChosen={at === index}
          />
        ))}
      </svg>
    </div>
  );
}

/** A line from each month to the next, where both have a value. */
function Course({ slots, level }: { slots: readonly Slot[]; level: Level }) {
  return (
    <g className={classes.course} data-course>
      {slots.map(({ period, point }, at) => {
        const next = slots[at + 1]?.point?.value ?? null;
        if (point?.value == null || next === null) return null;
        return (
          <line
            key={period}
            x1={percent(slotMiddle(at, slots.length))}
            x2={percent(slotMiddle(at + 1, slots.length))}
            y1={level(point.value)}
            y2={level(next)}
          />
        );
      })}
    </g>
  );
}

/** Each line has its name at its right end, outside the plot; the two names keep apart where the lines are close. */
function GoalLines({ target, warnAt, level }: Goals & { level: Level }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isAlone = target === null || warnAt === null;
  const isTargetAbove = !isAlone && Number(target) > Number(warnAt);
  const goals = [
    { kind: 'warn', at: warnAt, isAbove: !isTargetAbove },
    { kind: 'target', at: target, isAbove: isTargetAbove },
  ] as const;
  return goals.map(({ kind, at, isAbove }) =>
    at === null ? null : (
      <g key={kind} className={classes.goal} data-line={kind}>
        <line x1="0" x2="100%" y1={level(at)} y2={level(at)} />
        <text x="100%" dx="6" y={level(at) + (isAlone ? 4 : isAbove ? -2 : 12)}>
          {t(`kit:chart.${kind}`, { value: format.number(at, { maxDigits: 6 }) })}
        </text>
      </g>
    ),
  );
}

/** The months, and the year below where another one begins: once for each room that there may be. */
function Months({ periods }: { periods: readonly Period[] }) {
  const { locale } = useFormat();
  const first = periods[0] ?? 0;
  return Object.entries(ROOMS).map(([name, room]) => (
    <g key={name} className={classes.months} data-room={name}>
      {monthTicks(periods, room).map(({ period, hasYear }) => {
        const x = percent(slotMiddle(period - first, periods.length));
        return (
          <text key={period} x={x} y={BOTTOM + 18}>
            {formatMonthShort(period, locale)}
            {hasYear && (
              <tspan x={x} dy="1.2em">
                {yearOf(period)}
              </tspan>
            )}
          </text>
        );
      })}
    </g>
  ));
}

type SpotProps = { point: TrendPoint | null; x: string; level: Level; isChosen: boolean };

function Spot({ point, x, level, isChosen }: SpotProps) {
  if (point?.value == null) return null;
  const { outcome = null, severity = null } = point;
  const y = level(point.value);
  if (!outcome || outcome === 'met')
    return <circle cx={x} cy={y} r={isChosen ? 4.5 : 3} className={classes.dot} data-mark />;
  return (
    <svg x={x} y={y} className={classes.spot} data-outcome={outcome} data-mark>
      <rect x="-7" y="-7" width="14" height="14" rx="2" className={classes.halo} />
      <g transform="translate(-7 -7)">
        <Shape outcome={outcome} severity={severity} />
      </g>
    </svg>
  );
}
