import { readFields } from '~/shared/fields';
import { cellFault, fault, readRegisterFile, type RowFault } from '~/shared/register-file';
import { keptList } from '~/shared/kept-list';
import { sharedHeading, type NamedKpi } from './kpi-definition';
import { kpiFields, type KpiFields } from './kpi-fields';

export type KpiRow = KpiFields & { row: number };

const columnFields = {
  kpi_code: 'code',
  label_en: 'nameEn',
  label_zh: 'nameZh',
  unit: 'unit',
  better: 'better',
  category: 'category',
  min: 'min',
  max: 'max',
  sample_kpi: 'sampleKpiCode',
  aliases: 'aliases',
  formula: 'formula',
} as const satisfies Record<string, keyof KpiFields>;

type Column = keyof typeof columnFields;
const columns = Object.keys(columnFields) as Column[];
const columnOf = new Map<string, Column>(columns.map((column) => [columnFields[column], column]));

/** The KPIs of a definitions file, and everything in it that can't be read. */
export function readKpiFile(text: string): { rows: KpiRow[]; faults: RowFault[] } {
  const required = columns.slice(0, columns.indexOf('min'));
  const file = readRegisterFile(text, { all: columns, required });
  const faults = [...file.faults];
  const rows: KpiRow[] = [];
  const firstRow = new Map<string, number>();
  for (const { row, cells } of file.rows) {
    const input = Object.fromEntries(
      columns.map((column) => [columnFields[column], cells[column]]),
    );
    const fields = readFields(kpiFields, input);
    if (!fields.ok) {
      for (const reason of fields.fields ?? []) {
        const column = columnOf.get(reason.field ?? '') ?? '';
        faults.push(cellFault(row, { ...reason, field: column }, cells));
      }
      continue;
    }
    const { code } = fields.value;
    const first = firstRow.get(code);
    if (first !== undefined)
      faults.push(fault(row, 'kpi_code', 'row_twice', { value: code, first }));
    else firstRow.set(code, row);
    rows.push({ row, ...fields.value });
  }
  return { rows, faults };
}

/** Samples that name a KPI which is neither in the file nor in the library. */
export function unknownSamples(rows: readonly KpiRow[], library: ReadonlySet<string>): RowFault[] {
  const known = new Set([...library, ...rows.map(({ code }) => code)]);
  return rows.flatMap(({ row, sampleKpiCode }) =>
    sampleKpiCode === null || known.has(sampleKpiCode)
      ? []
      : [
          fault(row, 'sample_kpi', 'kpi_unknown', {
            value: sampleKpiCode,
            known: keptList(known),
          }),
        ],
  );
}

/** Rows whose headings another KPI of the file or the library has. */
export function sharedHeadings(rows: readonly KpiRow[], library: readonly NamedKpi[]): RowFault[] {
  const inFile = new Set(rows.map(({ code }) => code));
  const all = [...rows, ...library.filter(({ code }) => !inFile.has(code))];
  return rows.flatMap((kpi) => {
    const shared = sharedHeading(kpi, all);
    return shared
      ? [fault(kpi.row, 'aliases', 'heading_shared', { value: shared.heading, kpi: shared.code })]
      : [];
  });
}
