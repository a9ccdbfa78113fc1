import {
  Legend,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  ResponsiveContainer,
} from 'recharts';
import type { RadarAxis } from './RadarChart';

type Props = { names: readonly string[]; axes: readonly RadarAxis[] };

const HEIGHT = 340;
const COLOURS = ['1', '2', '3', '4', '5'].map((number) => `var(--series-${number})`);
/** Lines are told apart without colour too. */
const DASHES = ['0', '6 3', '2 3', '8 3 2 3', '12 4', '1 4'];

/** The drawing itself, fetched only where it is shown. */
export default function RadarPlot({ names, axes }: Props) {
  const data = axes.map(({ name, values }) => ({
    name,
    ...Object.fromEntries(values.map((value, index) => [`v${index}`, value])),
  }));
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <RadarChart data={data} outerRadius="70%">
        <PolarGrid stroke="var(--line-2)" />
        <PolarAngleAxis dataKey="name" tick={{ fill: 'var(--ink-2)', fontSize: 12 }} />
        <PolarRadiusAxis domain={[0, 100]} tick={false} axisLine={false} />
        {names.map((name, index) => (
          <Radar
            key={name}
            name={name}
            dataKey={`v${index}`}
            stroke={COLOURS[index % COLOURS.length] ?? 'currentColor'}
            strokeDasharray={DASHES[index % DASHES.length] ?? '0'}
            fillOpacity={0}
            isAnimationActive={false}
          />
        ))}
        <Legend itemSorter={null} />
      </RadarChart>
    </ResponsiveContainer>
  );
}
