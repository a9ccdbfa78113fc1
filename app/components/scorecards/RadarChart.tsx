import { lazy, Suspense, useId } from 'react';
import { Section } from '../Section';
import { useMounted } from '../use-mounted';

export type RadarAxis = {
  name: string;
  /** From 0 to 100, one for each name; null where there is none. */
  values: readonly (number | null)[];
};
type Props = { title: string; names: readonly string[]; axes: readonly RadarAxis[] };

/** Fetched with the page that compares, whose readers sit at desks. */
const RadarPlot = lazy(() => import('./RadarPlot'));

/** Vendors by dimension as a shape; the table above it gives the same figures, and is there without script. */
export function RadarChart({ title, names, axes }: Props) {
  const isMounted = useMounted();
  const id = useId();
  if (axes.length < 3) return null;
  return (
    <Section title={title}>
      <div id={id} role="img" aria-label={title}>
        {isMounted && (
          <Suspense fallback={null}>
            <RadarPlot names={names} axes={axes} />
          </Suspense>
        )}
      </div>
    </Section>
  );
}
