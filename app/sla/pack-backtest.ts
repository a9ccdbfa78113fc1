import { measured, words } from '~/packs/pack-value';
import type { PackSection } from '~/packs/section';
import { Decimal } from '~/shared/decimal';
import { atTarget } from './pack-months';
import { kpiSource, lineName, type PackLine, type PackMonth } from './pack-line';

/** Share of the months that the milder of the two targets is kept in. */
const MOST_MONTHS = 0.75;

/** Which targets the twelve months would have kept, for the next negotiation: for our eyes alone. */
export function backtestSection(lines: readonly PackLine[], vendorId: number): PackSection[] {
  const rows = lines.flatMap((line) => {
    const kept = keptTargets(line.months);
    const last = line.months.at(-1);
    if (!kept || !last) return [];
    const { unit } = line.kpi;
    const at = (target: string) => atTarget({ target, direction: last.direction }, unit);
    return [
      {
        source: kpiSource(line, vendorId),
        cells: [
          lineName(line),
          atTarget(last, unit),
          at(kept.inMost),
          at(kept.inAll),
          measured(kept.best, unit),
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      id: 'backtests',
      part: 'internal',
      agenda: 'sla',
      exceptions: [],
      blocks: [
        {
          kind: 'table',
          title: words('packs:backtests.title'),
          columns: [
            { words: words('packs:column.term') },
            { words: words('packs:column.target'), align: 'end' },
            { words: words('packs:backtests.inMost'), align: 'end' },
            { words: words('packs:backtests.inAll'), align: 'end' },
            { words: words('packs:backtests.best'), align: 'end' },
          ],
          rows,
          empty: words('packs:kpis.none'),
        },
      ],
    },
  ];
}

/** The strictest targets that all months, and three of four, would have kept, and the best month; null without values. */
export function keptTargets(
  months: readonly Pick<PackMonth, 'measured' | 'direction'>[],
): { inAll: string; inMost: string; best: string } | null {
  const values = months.flatMap(({ measured: value }) => (value === null ? [] : [value]));
  const direction = months[0]?.direction ?? 'higher';
  const order = direction === 'higher' ? 1 : -1;
  const worstFirst = values.sort((a, b) => order * new Decimal(a).cmp(b));
  const [inAll] = worstFirst;
  const best = worstFirst.at(-1);
  const inMost = worstFirst[worstFirst.length - Math.ceil(worstFirst.length * MOST_MONTHS)];
  if (inAll === undefined || inMost === undefined || best === undefined) return null;
  return { inAll, inMost, best };
}
