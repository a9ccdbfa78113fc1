import { z } from 'zod';
import { BYTE_ORDER_MARK, csvLines } from '~/shared/csv';
import {
  optionalChoice,
  inCapitals,
  optionalText,
  readFields,
  requiredCapitals,
  requiredText,
  wordList,
} from '~/shared/fields';
import { cellFault, fault, readRegisterFile, type RowFault } from '~/shared/register-file';
import { identifierCell, identifierKinds, type Identifier } from './identifier';
import { ROOT_MARKET } from './market';
import { changeStatus, vendorStatuses, type VendorStatus } from './vendor';
import { countryField } from './vendor-fields';

const rowFields = z.object({
  code: requiredCapitals(),
  name: requiredText(),
  former_name: wordList(200),
  country: countryField(),
  parent: optionalText(40).transform((code) => code && inCapitals(code)),
  status: optionalChoice(vendorStatuses),
  services: wordList(40),
  markets: wordList(40),
  lei: identifierCell('lei'),
  vat: identifierCell('vat'),
  uscc: identifierCell('uscc'),
  duns: identifierCell('duns'),
});

/** The columns of a vendor file, in the order of its template. */
const vendorFileColumns = [
  'code',
  'name',
  'former_name',
  'country',
  'parent',
  'status',
  'services',
  'markets',
  ...identifierKinds,
] as const;

/** An empty file with every column. */
export function vendorFileTemplate(): string {
  return BYTE_ORDER_MARK + csvLines([vendorFileColumns]);
}

const columns = { all: vendorFileColumns, required: ['code', 'name'] } as const;

/** A vendor as a file names it; what it offers is every one of its services in every one of its markets. */
export type VendorRow = z.output<typeof rowFields> & { row: number };

/** What an import did: vendors by what became of them, and the codes of services and markets that were added. */
export type VendorImport = {
  created: number;
  changed: number;
  unchanged: number;
  services: string[];
  markets: string[];
  offerings: number;
  identifiers: number;
};

/** What the portal knows already, by code. */
export type VendorRegister = {
  vendors: ReadonlyMap<string, { id: number; status: VendorStatus; parentId: number | null }>;
  services: ReadonlyMap<string, number>;
  markets: ReadonlyMap<string, number>;
  /** Who holds the numbers that the file names, by `identifierKey`. */
  holders: ReadonlyMap<string, { vendorId: number; code: string; name: string }>;
};

/** A number among all numbers: two vendors never share it. */
export function identifierKey({ kind, value }: Pick<Identifier, 'kind' | 'value'>): string {
  return `${kind} ${value}`;
}

/** All numbers of a row. */
export function identifiersOfRow(row: Pick<VendorRow, Identifier['kind']>): Identifier[] {
  return identifierKinds.flatMap((kind) => row[kind]);
}

/** The vendors of a file, and everything in it that can't be read. */
export function readVendorFile(text: string): { rows: VendorRow[]; faults: RowFault[] } {
  const file = readRegisterFile(text, columns);
  const faults = [...file.faults];
  const rows: VendorRow[] = [];
  const firstRow = new Map<string, number>();
  for (const { row, cells } of file.rows) {
    const fields = readFields(rowFields, cells);
    if (!fields.ok) {
      faults.push(...(fields.fields ?? []).map((reason) => cellFault(row, reason, cells)));
      continue;
    }
    const { code, markets, services } = fields.value;
    const first = firstRow.get(code);
    if (first !== undefined) faults.push(fault(row, 'code', 'row_twice', { value: code, first }));
    else firstRow.set(code, row);
    if (markets.length > 0 && services.length === 0)
      faults.push(fault(row, 'services', 'markets_without_services'));
    rows.push({
      row,
      ...fields.value,
      markets: services.length > 0 && markets.length === 0 ? [ROOT_MARKET] : markets,
    });
  }
  return { rows, faults: [...faults, ...sharedNumbers(rows)] };
}

/** Numbers that two rows of the file claim. */
function sharedNumbers(rows: readonly VendorRow[]): RowFault[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) =>
    identifiersOfRow(row).flatMap((identifier) => {
      const key = identifierKey(identifier);
      const before = first.get(key);
      if (before === undefined) first.set(key, row.row);
      return before === undefined || before === row.row
        ? []
        : [
            fault(row.row, identifier.kind, 'identifier_row_twice', {
              value: identifier.value,
              first: before,
            }),
          ];
    }),
  );
}

/** Numbers of a row that another vendor of the register holds. */
function takenNumbers(row: VendorRow, { vendors, holders }: VendorRegister): RowFault[] {
  const own = vendors.get(row.code)?.id;
  return identifiersOfRow(row).flatMap((identifier) => {
    const holder = holders.get(identifierKey(identifier));
    if (!holder || holder.vendorId === own) return [];
    const { code, name: vendor } = holder;
    const params = { value: identifier.value, code, vendor };
    return [fault(row.row, identifier.kind, 'identifier_taken', params)];
  });
}

/** What a file's rows ask of the register that it can't give: statuses, parents, and lists that are not to be added. */
export function checkVendorRows(
  rows: readonly VendorRow[],
  register: VendorRegister,
  { mayAdd, maySetStatus }: { mayAdd: boolean; maySetStatus: boolean },
): RowFault[] {
  const parents = parentCodes(rows, register);
  const unlisted = (
    row: number,
    column: string,
    codes: string[],
    known: ReadonlyMap<string, number>,
  ) =>
    mayAdd
      ? []
      : codes
          .filter((code) => !known.has(code))
          .map((code) => fault(row, column, 'not_listed', { value: code }));
  return rows.flatMap((vendorRow) => {
    const { row, code, parent, status, services, markets } = vendorRow;
    const known = register.vendors.get(code);
    const faults = [
      ...takenNumbers(vendorRow, register),
      ...unlisted(row, 'services', services, register.services),
      ...unlisted(row, 'markets', markets, register.markets),
    ];
    if (parent !== null && !parents.has(parent))
      faults.push(fault(row, 'parent', 'vendor_unknown', { value: parent }));
    else if (belongsToItself(code, parents))
      faults.push(fault(row, 'parent', 'vendor_group_cycle', { value: parent }));
    const isChange = status !== null && status !== (known?.status ?? 'prospect');
    if (isChange && !maySetStatus)
      faults.push(fault(row, 'status', 'status_not_by_file', { value: status }));
    else if (known && status !== null && status !== known.status) {
      const change = changeStatus(known.status, status);
      if (!change.ok) faults.push({ row, column: 'status', reason: change.reason });
    }
    return faults;
  });
}

/** Services and markets that the rows name and the register lacks, in the order of the file. */
export function unlistedCodes(
  rows: readonly VendorRow[],
  register: VendorRegister,
): { services: string[]; markets: string[] } {
  const lacking = (codes: string[], known: ReadonlyMap<string, number>) =>
    [...new Set(codes)].filter((code) => !known.has(code));
  return {
    services: lacking(
      rows.flatMap((row) => row.services),
      register.services,
    ),
    markets: lacking(
      rows.flatMap((row) => row.markets),
      register.markets,
    ),
  };
}

/** Who belongs to whom once the file is in, by code. */
function parentCodes(
  rows: readonly VendorRow[],
  { vendors }: VendorRegister,
): Map<string, string | null> {
  const codes = new Map([...vendors].map(([code, { id }]) => [id, code]));
  const parents = new Map<string, string | null>();
  for (const [code, { parentId }] of vendors)
    parents.set(code, parentId === null ? null : (codes.get(parentId) ?? null));
  for (const { code, parent } of rows) parents.set(code, parent ?? parents.get(code) ?? null);
  return parents;
}

function belongsToItself(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let above = parents.get(code) ?? null;
  while (above !== null && !seen.has(above)) {
    if (above === code) return true;
    seen.add(above);
    above = parents.get(above) ?? null;
  }
  return false;
}
