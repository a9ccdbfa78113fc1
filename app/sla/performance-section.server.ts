import type { PackContributor } from '~/packs/contributor.server';
import { onDate, words, written } from '~/packs/pack-value';
import type { PackSection } from '~/packs/section';
import { backtestSection } from './pack-backtest';
import { failureSections, type CaseNote } from './pack-failures';
import { kpiSection } from './pack-kpis';
import { packCaseEvents, packLinesOf } from './pack-outcome-queries.server';

/** Of a pack: the KPIs with their ratings, what failed, what is disputed, and our own notes on the cases. */
export const performanceSections: PackContributor = async (reader, request) => {
  const { vendorId, quarter, lastPeriod } = request;
  const lines = await packLinesOf(reader, request);
  const notes = await packCaseEvents(reader, { vendorId, first: quarter, last: lastPeriod });
  const open = notes.filter(({ internal }) => !internal);
  return [
    kpiSection(lines, request),
    ...failureSections(lines, open, request),
    ...backtestSection(lines, vendorId),
    ...noteSection(notes.filter(({ internal }) => internal)),
  ];
};

function noteSection(notes: readonly CaseNote[]): PackSection[] {
  if (notes.length === 0) return [];
  return [
    {
      id: 'internal_notes',
      part: 'internal',
      agenda: 'escalations',
      exceptions: [],
      blocks: [
        {
          kind: 'table',
          title: words('packs:notes.onCases'),
          columns: [{ words: words('packs:column.day') }, { words: words('packs:column.note') }],
          rows: notes.map(({ at, text }) => ({
            source: null,
            cells: [onDate(at.slice(0, 10)), written(text ?? '')],
          })),
          empty: words('packs:notes.none'),
        },
      ],
    },
  ];
}
