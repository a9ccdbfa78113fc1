import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';

/** What a target would have cost, in minor units or in failed months. */
export type SweptTarget = { target: string; height: number };

type Props = {
  swept: readonly SweptTarget[];
  /** The places of the target that is typed, -1 where it is none of these, and of the one that is looked at. */
  typed: number;
  index: number;
  choose: (index: number | null) => void;
  inWords: (height: number) => string;
};

const HEIGHT = 144;
/** Half the thumb of the slider below, which stops so far from its ends. Pixels. */
const THUMB = 8;
const DOT = { fill: 'var(--series-1)', stroke: 'var(--surface)', strokeWidth: 1.5 };

/**
 * The curve of a sweep, over the slider that walks along it: the typed target is marked, the one that is looked at has a
 * line of its own, and the most that any costs is written where the curve is low.
 */
export default function SweepPlot({ swept, typed, index, choose, inWords }: Props) {
  const points = swept.map(({ target, height }) => ({ at: Number(target), height }));
  const most = Math.max(...points.map(({ height }) => height), 1);
  const rises = (points.at(-1)?.height ?? 0) >= (points[0]?.height ?? 0);
  const [mark, looked] = [points[typed], points[index]];
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart
        data={points}
        margin={{ top: 16, right: THUMB, bottom: 0, left: THUMB }}
        onMouseMove={({ activeTooltipIndex }) => {
          const at = Number(activeTooltipIndex);
          if (Number.isInteger(at)) choose(at);
        }}
        onMouseLeave={() => choose(null)}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={['dataMin', 'dataMax']}
          height={1}
          tick={false}
          tickLine={false}
          stroke="var(--line-2)"
        />
        <YAxis
          width={1}
          mirror
          orientation={rises ? 'left' : 'right'}
          domain={[0, most]}
          ticks={[most]}
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--ink-2)', fontSize: 11.5, dy: -8 }}
          tickFormatter={inWords}
        />
        {looked && <ReferenceLine x={looked.at} stroke="var(--line-2)" />}
        <Line
          dataKey="height"
          type="linear"
          stroke="var(--series-1)"
          strokeWidth={1.75}
          isAnimationActive={false}
          activeDot={false}
          dot={false}
        />
        {mark && <ReferenceDot x={mark.at} y={mark.height} r={5} {...DOT} />}
        {looked && looked !== mark && (
          <ReferenceDot x={looked.at} y={looked.height} r={3.5} {...DOT} />
        )}
      </LineChart>
    </ResponsiveContainer>
  );
}
