import { columnTitle, type ColumnUse } from './column-plan';
import { collectFindings, type Findings, type FindingsCollector } from './finding';
import { foldText } from './fold-text';
import type { Grid } from './grid';
import { headerFingerprint, type Mapping, type RememberedMapping } from './mapping';
import { indexNames } from './match-header';
import { mergeReadings } from './merge-readings';
import { collectNewMarkets, type NewMarket, type NewMarkets } from './new-markets';
import { numberColumns } from './number-column';
import { dateOrder } from './parse-period';
import { isPlainNumber } from './parse-number';
import { reportLimits, type ReadContext, type Reading } from './reading';
import { readSheetRows } from './read-sheet';
import {
  columnCells,
  isLong,
  isUsable,
  missingColumns,
  planGrid,
  unitOf,
  unknownColumns,
  valueColumns,
  type Planned,
  type Problem,
  type UnknownColumn,
} from './sheet-plan';
import { keptList } from '~/shared/kept-list';
import type { Names, SheetReader } from './sheet-reader';

/** How one sheet was understood. `headerRow` is the row in the file; `fingerprint` is what a mapping is remembered under. */
export type SheetRead = {
  name: string | null;
  headerRow: number | null;
  headings: readonly string[];
  fingerprint: string;
  mapping: Mapping | null;
  shape: 'long' | 'wide';
  uses: readonly ColumnUse[];
  unknown: readonly UnknownColumn[];
  rows: number;
  skipped: boolean;
};

type GridsRead = {
  sheets: SheetRead[];
  readings: Reading[];
  newMarkets: NewMarket[];
  merged: number;
  findings: Findings;
};

const KNOWN_SHOWN = 12;
/** Markets that one report may add: a mapping that takes the wrong columns would make one of every row. */
const MOST_NEW_MARKETS = 1000;

/** Reads all sheets of a report into one list of readings; repeats that are identical are merged. */
export function readGrids(
  grids: readonly Grid[],
  context: ReadContext,
  choice: {
    mapping?: Mapping | null;
    remembered?: readonly RememberedMapping[];
    letsGo?: boolean;
  },
  hasSemicolons: boolean,
): GridsRead {
  const findings = collectFindings((context.limits ?? reportLimits).findings);
  const names = namesOf(context);
  const newMarkets = collectNewMarkets(context.markets.map((market) => market.code));
  const planned = grids.map((grid) => planGrid(grid, names, choice));
  const someUsable = planned.some((sheet) => sheet && isUsable(sheet.plan, context));
  const readings: Reading[] = [];
  const sheets = planned.map((sheet, index): SheetRead => {
    const grid = grids[index];
    if (!sheet || (someUsable && !isUsable(sheet.plan, context))) {
      if (grid) reportUnread(grid, someUsable, findings);
      return unreadSheet(grid?.name ?? null);
    }
    return readPlanned(sheet, index, {
      context,
      names,
      newMarkets,
      findings,
      readings,
      hasSemicolons,
      letsGo: choice.letsGo ?? false,
    });
  });
  if (someUsable && findings.errors === 0 && sheets.every((sheet) => sheet.rows === 0))
    findings.add('error', 'no_rows');
  if (newMarkets.list.length > MOST_NEW_MARKETS)
    findings.add('error', 'too_many_new_markets', {
      params: { count: newMarkets.list.length, limit: MOST_NEW_MARKETS },
    });
  const { list, merged } = mergeReadings(readings, context.kpis, sheets, findings);
  return { sheets, readings: list, newMarkets: newMarkets.list, merged, findings };
}

function namesOf(context: ReadContext): Names {
  const { vendor } = context;
  const vendorNames = new Set([vendor.name, ...vendor.aliases].map(foldText));
  const vendorCodes = new Set([foldText(vendor.code)]);
  return {
    kpis: indexNames(context.kpis),
    markets: indexNames(context.markets),
    services: indexNames(context.services),
    vendorCodes,
    vendorNames,
    vendorAny: new Set([...vendorCodes, ...vendorNames]),
  };
}

/** A cover or a sheet of notes is passed over; one with figures is mentioned, so that nothing is lost unseen. */
function reportUnread(grid: Grid, someUsable: boolean, findings: FindingsCollector): void {
  if (grid.rows.length === 0) return;
  if (!someUsable) findings.add('error', 'header_not_found', { sheet: grid.name });
  else if (grid.rows.some((row) => row.some(isPlainNumber)))
    findings.add('warning', 'sheet_not_read', { sheet: grid.name });
}

function unreadSheet(name: string | null): SheetRead {
  return {
    name,
    headerRow: null,
    headings: [],
    fingerprint: '',
    mapping: null,
    shape: 'wide',
    uses: [],
    unknown: [],
    rows: 0,
    skipped: true,
  };
}

type ReadJob = {
  context: ReadContext;
  names: Names;
  newMarkets: NewMarkets;
  findings: FindingsCollector;
  readings: Reading[];
  hasSemicolons: boolean;
  letsGo: boolean;
};

function readPlanned(sheet: Planned, index: number, job: ReadJob): SheetRead {
  const { grid, header, plan } = sheet;
  const headerRow = grid.numbers[header.index] ?? null;
  const problem = ({ code, column, value }: Problem) =>
    job.findings.add('error', code, {
      sheet: grid.name,
      row: headerRow,
      column: column === null ? null : column + 1,
      columnName: column === null ? null : columnTitle(header.names, column),
      value,
      params: { known: knownCodes(job.context.kpis) },
    });
  sheet.problems.forEach(problem);
  const unknown = unknownColumns(sheet);
  for (const { column, title } of unknown)
    problem({ code: 'column_unknown', column, value: title });
  const missing = missingColumns(plan, job.context);
  for (const code of missing) problem({ code, column: null, value: '' });
  if (header.index + 1 >= grid.rows.length) problem({ code: 'no_rows', column: null, value: '' });
  const reader = sheetReader(sheet, index, job);
  const lost = sheet.problems.some(({ code }) => code === 'mapping_column_missing');
  return {
    name: grid.name,
    headerRow,
    headings: header.names,
    fingerprint: headerFingerprint(header.names),
    mapping: sheet.mapping,
    shape: isLong(plan) ? 'long' : 'wide',
    uses: plan.uses,
    unknown,
    rows: missing.length > 0 || lost ? 0 : readSheetRows(reader, job.readings),
    skipped: false,
  };
}

function sheetReader(sheet: Planned, index: number, job: ReadJob): SheetReader {
  const { grid, header, plan } = sheet;
  const { context, names, newMarkets, findings } = job;
  const periodColumn = plan.roles.get('period');
  const reader: SheetReader = {
    sheet: index,
    grid,
    header,
    plan,
    numbers: numberColumns(
      grid,
      header.index + 1,
      valueColumns(plan),
      (column) => unitOf(plan, column),
      job.hasSemicolons,
    ),
    context,
    names,
    newMarkets,
    findings,
    known: {
      kpis: knownCodes(context.kpis),
      markets: knownCodes(context.markets),
      services: knownCodes(context.services),
    },
    periods: new Map(),
    datesInOrder:
      periodColumn === undefined
        ? null
        : dateOrder(columnCells(grid, header.index + 1, periodColumn)),
    letsGo: job.letsGo,
    row: header.index,
  };
  reportDoubtful(reader);
  return reader;
}

function reportDoubtful(reader: SheetReader): void {
  for (const [column, { doubtful, sign }] of reader.numbers) {
    if (doubtful === null) continue;
    const value = reader.grid.rows[doubtful]?.[column] ?? '';
    reader.findings.add('warning', 'number_ambiguous', {
      sheet: reader.grid.name,
      row: reader.grid.numbers[doubtful] ?? null,
      column: column + 1,
      columnName: columnTitle(reader.header.names, column),
      value,
      params: { sign },
    });
  }
}

function knownCodes(entries: readonly { code: string }[]): string {
  const shown = entries.slice(0, KNOWN_SHOWN).map((entry) => entry.code);
  return keptList(entries.length > KNOWN_SHOWN ? [...shown, '…'] : shown);
}
