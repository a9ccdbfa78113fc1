import type { Severity } from './OutcomeMark';

export type Operator = 'gte' | 'lte' | 'gt' | 'lt';
export type Value = string | number;
export type BandSpec = { severity: Severity; from: Value | null; to: Value | null };
export type BandTerm = {
  operator: Operator;
  target: Value;
  warnAt?: Value | null | undefined;
  bands: readonly BandSpec[];
};

/** A stretch of the line, from low to high; `null` is open on that side. */
export type Segment = {
  from: number | null;
  to: number | null;
  outcome: 'met' | 'at_risk' | 'breached';
  severity: Severity | null;
  /** Where it starts and how wide it is, as shares of the line. */
  left: number;
  width: number;
};

/**
 * A term's bands laid out on a line: half of the width is shared evenly, so that narrow bands stay legible, half after
 * their true extent. Open ends get an even share.
 */
export function bandSegments({ operator, target, warnAt, bands }: BandTerm): Segment[] {
  const risesToGood = operator === 'gte' || operator === 'gt';
  const goal = Number(target);
  const warn = warnAt == null || warnAt === '' ? null : Number(warnAt);
  const good = risesToGood
    ? [part(goal, warn, 'at_risk'), part(warn ?? goal, null, 'met')]
    : [part(null, warn ?? goal, 'met'), part(warn, goal, 'at_risk')];
  const failing = bands.map(({ severity, from, to }) => ({
    ...part(bound(from), bound(to), 'breached'),
    severity,
  }));
  const parts = [...failing, ...(warn === null ? good.filter(isMet) : good)].sort(
    (a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity),
  );
  return laidOut(parts);
}

type Part = Omit<Segment, 'left' | 'width'>;

function part(from: number | null, to: number | null, outcome: Segment['outcome']): Part {
  return { from, to, outcome, severity: null };
}

function isMet({ outcome }: Part): boolean {
  return outcome === 'met';
}

function bound(value: Value | null): number | null {
  return value === null || value === '' ? null : Number(value);
}

function laidOut(parts: readonly Part[]): Segment[] {
  const extent = ({ from, to }: Part) => (from === null || to === null ? null : to - from);
  const total = parts.reduce((sum, one) => sum + (extent(one) ?? 0), 0);
  const closed = parts.filter((one) => extent(one) !== null).length;
  const even = 1 / parts.length;
  let left = 0;
  return parts.map((one) => {
    const own = extent(one);
    const width =
      own === null || total === 0 ? even : even / 2 + ((own / total) * closed * even) / 2;
    const segment = { ...one, left, width };
    left += width;
    return segment;
  });
}

/** Where a measured value stands on the line, as a share of its length; a boundary's side is the term's to decide. */
export function positionOf(value: Value, segments: readonly Segment[]): number {
  const at = Number(value);
  const segment =
    segments.find(({ from, to }) => (from === null || at >= from) && (to === null || at <= to)) ??
    segments.at(-1);
  if (!segment) return 0;
  const { from, to, left, width } = segment;
  if (from !== null && to !== null) return left + width * ((at - from) / (to - from || 1));
  const scale = typicalExtent(segments);
  const open = (distance: number) => distance / (distance + scale);
  if (from !== null) return left + width * open(at - from) * 0.94;
  if (to !== null) return left + width * (1 - open(to - at) * 0.94);
  return left + width / 2;
}

function typicalExtent(segments: readonly Segment[]): number {
  const closed = segments.flatMap(({ from, to }) =>
    from === null || to === null ? [] : [to - from],
  );
  const edge = Math.abs(segments.find(({ to }) => to !== null)?.to ?? 1);
  return closed.length > 0
    ? closed.reduce((sum, one) => sum + one, 0) / closed.length
    : edge / 10 || 1;
}
