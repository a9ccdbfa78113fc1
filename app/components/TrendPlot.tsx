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
import { formatMonthShort } from '~/shared/format';
import { monthOf, yearOf, type Period } from '~/shared/period';
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

/** The drawing of a trend: target and warning lines named on the line, gaps where nothing was reported, every outcome marked. */
export default function TrendPlot({ slots, target, warnAt, isPercent, index, choose }: Props) {
  const format = useFormat();
  const rows = slots.map(({ period, point }) => ({
    period,
    value: point?.value == null ? null : Number(point.value),
    point,
  }));
  const chosen = slots[index]?.period;
  return (
    <ResponsiveContainer width="100%" height={plotHeight}>
      <LineChart
        data={rows}
        margin={{ top: 16, right: 16, bottom: 4, left: 0 }}
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
          minTickGap={18}
          padding={{ left: 12, right: 12 }}
          tick={<MonthTick />}
        />
        <YAxis
          width={52}
          axisLine={false}
          tickLine={false}
          domain={[
            'auto',
            (most: number) =>
              isPercent && most <= 100 ? Math.min(100, Math.ceil(most + 1)) : most * 1.04,
          ]}
          tick={{ fill: 'var(--ink-2)', fontSize: 11.5 }}
          tickFormatter={(tick: number) =>
            `${format.number(tick, { maxDigits: 2 })}${isPercent ? '%' : ''}`
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

/** Each line carries its name; the two names keep apart where the lines are close. */
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
  return lines.map(({ kind, at, isAbove, stroke, dash }) =>
    at === null ? null : (
      <ReferenceLine
        key={kind}
        y={Number(at)}
        stroke={stroke}
        strokeWidth={1.25}
        strokeDasharray={dash}
        ifOverflow="extendDomain"
        label={<GoalName kind={kind} at={at} isAbove={isAbove} />}
      />
    ),
  );
}

type Box = { x?: number; y?: number; width?: number };

function GoalName({
  kind,
  at,
  isAbove,
  viewBox,
}: {
  kind: 'warn' | 'target';
  at: string | number;
  isAbove: boolean;
  viewBox?: Box;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { x = 0, y = 0, width = 0 } = viewBox ?? {};
  return (
    <text
      x={x + width - 4}
      y={y + (isAbove ? -5 : 13)}
      textAnchor="end"
      className={classes.goal}
      data-line={kind}
    >
      {t(`kit:chart.${kind}`, { value: format.number(at, { maxDigits: 6 }) })}
    </text>
  );
}

/** The month, and the year under January and the first. */
function MonthTick({
  x = 0,
  y = 0,
  payload,
  index = 0,
}: {
  x?: number;
  y?: number;
  payload?: { value: Period };
  index?: number;
}) {
  const { locale } = useFormat();
  if (!payload) return null;
  const period = payload.value;
  return (
    <text x={x} y={y + 12} textAnchor="middle" fill="var(--ink-2)" fontSize={11.5}>
      {formatMonthShort(period, locale)}
      {(index === 0 || monthOf(period) === 1) && (
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
