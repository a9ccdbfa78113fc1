/** One thing measured: what it came to, and the limit that it is held to. */
export type Line = {
  what: string;
  /** How it was come by, in the units that it has. */
  measured: string;
  value: number;
  limit: number;
  /** Whether more is better: requests per second, not times. */
  atLeast?: boolean;
};

export const isKept = ({ value, limit, atLeast }: Line): boolean =>
  atLeast ? value >= limit : value <= limit;

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`;

/** How many times the floor a time took. */
export function againstFloor(what: string, ms: number, floorMs: number, limit: number): Line {
  const measured = `${seconds(ms)} against ${seconds(floorMs)}`;
  return { what, measured, value: ms / floorMs, limit };
}

/** The table that people read: a line each, kept or missed, with the machine's load beside it. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    isKept(line) ? 'kept' : 'MISSED',
    line.what,
    line.measured,
    `${Number(line.value.toPrecision(3))}`,
    `${line.atLeast ? '≥' : '≤'} ${line.limit}`,
  ]);
  const head = ['', 'what', 'measured', 'value', 'limit'];
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
