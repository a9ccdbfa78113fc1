import { Section } from '../Section';
import classes from './RadarChart.module.css';

export type RadarAxis = {
  name: string;
  /** From 0 to 100, one for each name; null where there is none. */
  values: readonly (number | null)[];
};
type Props = { title: string; names: readonly string[]; axes: readonly RadarAxis[] };

/** Lines are told apart without colour too. */
const DASHES = ['0', '6 3', '2 3', '8 3 2 3', '12 4', '1 4'];
const RINGS = [25, 50, 75, 100];
const COLOURS = 5;
/** Around the outermost ring, for the names of the axes: shares of the drawing's height. */
const RADIUS = 0.36;
const NAMES_AT = 0.4;
/** The drawing is this much wider than high. */
const RATIO = 1.4;

/** Vendors by dimension as a shape, drawn by the server; the table above it gives the same figures. */
export function RadarChart({ title, names, axes }: Props) {
  if (axes.length < 3) return null;
  const point = (index: number, value: number) => {
    const { x, y } = spoke(index, axes.length);
    return `${hundredth(x * value)},${hundredth(y * value)}`;
  };
  const ring = (value: number) => axes.map((_, index) => point(index, value)).join(' ');
  return (
    <Section title={title}>
      <div className={classes.radar} role="img" aria-label={title}>
        <div className={classes.drawing}>
          <svg viewBox={BOX} aria-hidden>
            {RINGS.map((value) => (
              <polygon key={value} points={ring(value)} className={classes.ring} />
            ))}
            {axes.map(({ name }, index) => (
              <polyline key={name} points={`0,0 ${point(index, 100)}`} className={classes.ring} />
            ))}
            {names.map((name, at) => (
              <polygon
                key={name}
                points={axes
                  .flatMap(({ values }, index) => {
                    const value = values[at] ?? null;
                    return value === null ? [] : [point(index, value)];
                  })
                  .join(' ')}
                className={classes.shape}
                {...look(at)}
              />
            ))}
          </svg>
          {axes.map(({ name }, index) => {
            const { x, y } = spoke(index, axes.length);
            const left = `${hundredth(50 + (x * NAMES_AT * 100) / RATIO)}%`;
            const top = `${hundredth(50 + y * NAMES_AT * 100)}%`;
            return (
              <span key={name} style={{ left, top }} data-side={sideOf(x)}>
                {name}
              </span>
            );
          })}
        </div>
        <ul className={classes.names}>
          {names.map((name, at) => (
            <li key={name}>
              <svg width="28" height="8" aria-hidden>
                <line x1="0" x2="28" y1="4" y2="4" className={classes.shape} {...look(at)} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

/** A hundred units from the middle to the outermost ring. */
const HEIGHT = 100 / RADIUS;
const BOX = [-RATIO / 2, -1 / 2, RATIO, 1].map((share) => hundredth(share * HEIGHT)).join(' ');

/** The direction of an axis: the first upwards, the others after it clockwise. */
function spoke(index: number, count: number): { x: number; y: number } {
  const angle = (index / count) * 2 * Math.PI;
  return { x: Math.sin(angle), y: -Math.cos(angle) };
}

function sideOf(x: number): 'start' | 'middle' | 'end' {
  if (Math.abs(x) < 0.2) return 'middle';
  return x > 0 ? 'end' : 'start';
}

function look(at: number) {
  return {
    'data-series': (at % COLOURS) + 1,
    strokeDasharray: DASHES[at % DASHES.length],
  };
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
