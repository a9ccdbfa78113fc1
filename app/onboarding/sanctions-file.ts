import { isCountry } from '~/shared/country-codes';
import {
  field,
  optionalChoice,
  optionalText,
  readFields,
  requiredText,
  wordList,
} from '~/shared/fields';
import { cellFault, fault, readRegisterFile, type RowFault } from '~/shared/register-file';
import { z } from 'zod';

/** What a list names: firms, people behind them, or ships. */
export const entryKinds = ['entity', 'person', 'vessel'] as const;

/** Countries by their two letters, apart by `;`. */
const countries = () =>
  field((text) => {
    const codes = text
      .toUpperCase()
      .split(/[;；,\s]+/)
      .filter((code) => code !== '');
    const strange = codes.find((code) => !isCountry(code));
    return strange === undefined
      ? { value: [...new Set(codes)] }
      : { code: 'country_unknown', params: { value: strange } };
  });

const rowFields = z.object({
  reference: requiredText(80),
  name: requiredText(400),
  aliases: wordList(400),
  kind: optionalChoice(entryKinds),
  country: countries(),
  program: optionalText(200),
});

const columns = {
  all: ['reference', 'name', 'aliases', 'kind', 'country', 'program'],
  required: ['reference', 'name'],
} as const;

export type SanctionsRow = {
  reference: string;
  name: string;
  aliases: string[];
  kind: (typeof entryKinds)[number];
  countries: string[];
  program: string | null;
};

/** The entries of a list's file, and everything in it that can't be read. A reference stands for one entry. */
export function readSanctionsFile(text: string): { rows: SanctionsRow[]; faults: RowFault[] } {
  const file = readRegisterFile(text, columns);
  const faults = [...file.faults];
  const rows: SanctionsRow[] = [];
  const firstRow = new Map<string, number>();
  for (const { row, cells } of file.rows) {
    const fields = readFields(rowFields, cells);
    if (!fields.ok) {
      faults.push(...(fields.fields ?? []).map((reason) => cellFault(row, reason, cells)));
      continue;
    }
    const { reference, kind, country, ...rest } = fields.value;
    const first = firstRow.get(reference);
    if (first !== undefined)
      faults.push(fault(row, 'reference', 'row_twice', { value: reference, first }));
    else firstRow.set(reference, row);
    rows.push({ reference, ...rest, kind: kind ?? 'entity', countries: country });
  }
  return { rows, faults };
}
