import { useTranslation } from 'react-i18next';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useState } from 'react';
import { formatMonthShort } from '~/shared/format';
import { yearOf, type Period } from '~/shared/period';
import { monthTicks, valueTicks, type MonthTick } from './chart-scale';
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
  index: number;
  choose: (index: number) => void;
};

const plotHeight = 248;
const axisWidth = 52;
/** Beside the plot, where the target's and the warning's names stand clear of the line. */
const namesWidth = 76;
const tickWidth = 42;

/** The drawing of a trend: target and warning lines named on the line, gaps where nothing was reported, every outcome marked. */
export default function TrendPlot({ slots, target, warnAt, isPercent, index, choose }: Props) {
  const format = useFormat();
  const rows = slots.map(({ period, point }) => ({
    period,
    value: point?.value == null ? null : Number(point.value),
    point,
  }));
  const chosen = slots[index]?.period;
  const [width, setWidth] = useState(720);
  const hasGoals = target !== null || warnAt !== null;
  const right = hasGoals ? namesWidth : 16;
  const months = monthTicks(
    slots.map(({ period }) => period),
    Math.floor((width - axisWidth - right) / tickWidth),
  );
  const values = valueTicks(
    [...rows.map(({ value }) => value), target, warnAt].flatMap((value) =>
      value === null ? [] : [Number(value)],
    ),
    isPercent,
  );
  return (
    <ResponsiveContainer width="100%" height={plotHeight} onResize={setWidth}>
      <LineChart
        data={rows}
        margin={{ top: 16, right, bottom: 4, left: 0 }}
        onMouseMove={({ activeTooltipIndex }) => {
          const at = Number(activeTooltipIndex);
          if (Number.isInteger(at)) choose(at);
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="period"
          tickLine={false}
          stroke="var(--line-2)"
          height={42}
          ticks={months.map(({ period }) => period)}
          interval={0}
          padding={{ left: 12, right: 12 }}
          tick={<MonthName months={months} />}
        />
        <YAxis
          width={axisWidth}
          axisLine={false}
          tickLine={false}
          domain={[values.at(0) ?? 0, values.at(-1) ?? 1]}
          ticks={values}
          interval={0}
          tick={{ fill: 'var(--ink-2)', fontSize: 11.5 }}
          tickFormatter={(tick: number) =>
            format.number(tick, { maxDigits: 6, unit: isPercent ? '%' : null })
          }
        />
        <Tooltip
          content={() => null}
          cursor={{ stroke: 'var(--line-2)' }}
          isAnimationActive={false}
        />
        {chosen !== undefined && <ReferenceLine x={chosen} stroke="var(--line-2)" />}
        {goalLines({ target, warnAt })}
        <Line
          dataKey="value"
          type="linear"
          stroke="var(--series-1)"
          strokeWidth={1.75}
          isAnimationActive={false}
          activeDot={false}
          dot={<Spot chosen={chosen} />}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Each line has its name at its right end, outside the plot; the two names keep apart where the lines are close. */
function goalLines({ target, warnAt }: Pick<Props, 'target' | 'warnAt'>) {
  const isTargetAbove = target !== null && warnAt !== null && Number(target) > Number(warnAt);
  const lines = [
    { kind: 'warn', at: warnAt, isAbove: !isTargetAbove, stroke: 'var(--at-risk)', dash: '5 4' },
    {
      kind: 'target',
      at: target,
      isAbove: isTargetAbove || warnAt === null,
      stroke: 'var(--ink-2)',
      dash: '0',
    },
  ] as const;
  const isAlone = target === null || warnAt === null;
  return lines.map(({ kind, at, isAbove, stroke, dash }) =>
    at === null ? null : (
      <ReferenceLine
        key={kind}
        y={Number(at)}
        stroke={stroke}
        strokeWidth={1.25}
        strokeDasharray={dash}
        ifOverflow="extendDomain"
        label={<GoalName {...{ kind, at, isAbove, isAlone }} />}
      />
    ),
  );
}

type Box = { x?: number; y?: number; width?: number };

function GoalName({
  kind,
  at,
  isAbove,
  isAlone,
  viewBox,
}: {
  kind: 'warn' | 'target';
  at: string | number;
  isAbove: boolean;
  isAlone: boolean;
  viewBox?: Box;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { x = 0, y = 0, width = 0 } = viewBox ?? {};
  return (
    <text
      x={x + width + 6}
      y={y + (isAlone ? 4 : isAbove ? -2 : 12)}
      className={classes.goal}
      data-line={kind}
    >
      {t(`kit:chart.${kind}`, { value: format.number(at, { maxDigits: 6 }) })}
    </text>
  );
}

/** The month, and its year below where another one begins. */
function MonthName({
  months,
  x = 0,
  y = 0,
  payload,
}: {
  months: readonly MonthTick[];
  x?: number;
  y?: number;
  payload?: { value: Period };
}) {
  const { locale } = useFormat();
  if (!payload) return null;
  const period = payload.value;
  return (
    <text x={x} y={y + 12} textAnchor="middle" fill="var(--ink-2)" fontSize={11.5}>
      {formatMonthShort(period, locale)}
      {months.some((tick) => tick.period === period && tick.hasYear) && (
        <tspan x={x} dy="1.2em">
          {yearOf(period)}
        </tspan>
      )}
    </text>
  );
}

type SpotProps = {
  chosen: Period | undefined;
  cx?: number;
  cy?: number;
  payload?: { period: Period; value: number | null; point: TrendPoint | null };
};

function Spot({ chosen, cx, cy, payload }: SpotProps) {
  if (cx === undefined || cy === undefined || payload?.value == null) return null;
  const { outcome = null, severity = null } = payload.point ?? {};
  if (!outcome || outcome === 'met')
    return (
      <circle cx={cx} cy={cy} r={payload.period === chosen ? 4.5 : 3} className={classes.dot} />
    );
  return (
    <g data-outcome={outcome} className={classes.spot}>
      <rect x={cx - 7} y={cy - 7} width="14" height="14" rx="2" className={classes.halo} />
      <svg x={cx - 7} y={cy - 7} width="14" height="14">
        <Shape outcome={outcome} severity={severity} />
      </svg>
    </g>
  );
}
