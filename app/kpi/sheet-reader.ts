import { formatPeriod, type Period } from '~/shared/period';
import { columnTitle, type ColumnPlan } from './column-plan';
import type { Header } from './find-header';
import type { Finding, FindingCode, FindingsCollector } from './finding';
import { foldText } from './fold-text';
import { cellKinds, type Grid } from './grid';
import { lookUp, type NameIndex } from './match-header';
import type { NewMarkets } from './new-markets';
import type { NumberColumn } from './number-column';
import { parseNumber } from './parse-number';
import { parsePeriodText, type DateOrder } from './parse-period';
import {
  isPercentage,
  readingSources,
  type KpiDefinition,
  type MarketEntry,
  type NamedEntry,
  type ReadContext,
  type ReadingSource,
} from './reading';
import type { ColumnRole } from './column-headings';
import { meansAll } from './standard-columns';
import { keptList } from '~/shared/kept-list';
import { shifted } from './number-format';

/** Names and codes of the context, looked up by folded text. */
export type Names = {
  kpis: NameIndex<KpiDefinition>;
  markets: NameIndex<MarketEntry>;
  services: NameIndex<NamedEntry>;
  /** The sender's own code and names, folded. */
  vendorCodes: ReadonlySet<string>;
  vendorNames: ReadonlySet<string>;
  vendorAny: ReadonlySet<string>;
};

/** All that reading one sheet needs; `row` is the index of the grid's row being read. */
export type SheetReader = {
  sheet: number;
  grid: Grid;
  header: Header;
  plan: ColumnPlan;
  numbers: Map<number, NumberColumn>;
  context: ReadContext;
  names: Names;
  newMarkets: NewMarkets;
  findings: FindingsCollector;
  known: { kpis: string; markets: string; services: string };
  /** What a cell's text meant when it was met first. */
  periods: Map<string, Period | 'ambiguous' | null>;
  datesInOrder: DateOrder | null;
  /** Whether nobody looks at a row again once it has been read. */
  letsGo: boolean;
  row: number;
};

/** Marks a cell that can't be used; its finding has been reported. */
export const unusable = Symbol('unusable');
export type Usable<T> = T | typeof unusable;

export function cellAt(reader: SheetReader, column: number): string {
  return reader.grid.rows[reader.row]?.[column] ?? '';
}

/** Reports a cell of the current row. */
export function reportCell(
  reader: SheetReader,
  code: FindingCode,
  column: number,
  details: Partial<Finding> = {},
  severity: Finding['severity'] = 'error',
): typeof unusable {
  reader.findings.add(severity, code, {
    sheet: reader.grid.name,
    row: reader.grid.numbers[reader.row] ?? null,
    column: column + 1,
    columnName: columnTitle(reader.header.names, column),
    value: cellAt(reader, column),
    ...details,
  });
  return unusable;
}

export function readPeriod(reader: SheetReader): Usable<Period> {
  const column = reader.plan.roles.get('period');
  if (column === undefined) return reader.context.assume?.period ?? unusable;
  const cell = cellAt(reader, column);
  let period = reader.periods.get(cell);
  if (period === undefined) {
    period = parsePeriodText(cell, reader.datesInOrder);
    reader.periods.set(cell, period);
  }
  if (typeof period === 'number') return period;
  if (cell.trim() === '') return reportCell(reader, 'period_empty', column);
  return reportCell(reader, period === null ? 'period_unreadable' : 'period_ambiguous', column);
}

/** The market of the current row: null for the vendor's total. */
export function readMarket(reader: SheetReader): Usable<string | null> {
  const parts = reader.plan.marketParts;
  if (parts) {
    const cells = parts.columns.map((column) => cellAt(reader, column).trim()).filter(Boolean);
    return findMarket(
      reader,
      cells,
      cells.join(parts.separator),
      parts.columns[0] ?? 0,
      parts.create,
    );
  }
  const column = reader.plan.roles.get('market');
  if (column === undefined) return reader.context.assume?.market ?? null;
  const cell = cellAt(reader, column).trim();
  return findMarket(reader, [cell], cell, column, false);
}

function findMarket(
  reader: SheetReader,
  parts: string[],
  name: string,
  column: number,
  create: boolean,
): Usable<string | null> {
  const market = lookUp(reader.names.markets, name);
  if (market) return market.code;
  if (parts.length === 0 || (parts.length === 1 && meansAll(name))) return null;
  if (market === null) return reportCell(reader, 'market_ambiguous', column, { value: name });
  const code = reader.newMarkets.note(name, parts);
  if (create) return code;
  return reportCell(reader, 'market_unknown', column, {
    value: name,
    params: { known: reader.known.markets },
  });
}

export function readService(reader: SheetReader): Usable<string | null> {
  const column = reader.plan.roles.get('service');
  if (column === undefined) return reader.context.assume?.service ?? null;
  const cell = cellAt(reader, column).trim();
  const service = lookUp(reader.names.services, cell);
  if (service) return service.code;
  if (meansAll(cell)) return null;
  return reportCell(reader, 'service_unknown', column, {
    params: { known: reader.known.services },
  });
}

/** Who measured the current row; null where the row leaves it to the report. Nobody speaks for a source but its own. */
export function readSource(reader: SheetReader): Usable<ReadingSource | null> {
  const column = reader.plan.roles.get('source');
  const cell = column === undefined ? '' : foldText(cellAt(reader, column));
  if (column === undefined || cell === '') return null;
  const source = readingSources.find((known) => foldText(known) === cell);
  if (source === undefined)
    return reportCell(reader, 'source_unknown', column, {
      params: { known: keptList(readingSources) },
    });
  const { onlySource } = reader.context;
  if (onlySource !== undefined && source !== onlySource)
    return reportCell(reader, 'source_not_yours', column, { params: { own: onlySource } });
  return source;
}

/** A vendor column must name the sender: by code, name or a former name. */
export function checkVendor(reader: SheetReader): void {
  const own = reader.context.vendor;
  const check = (role: ColumnRole, known: ReadonlySet<string>, severity: Finding['severity']) => {
    const column = reader.plan.roles.get(role);
    if (column === undefined) return;
    const raw = cellAt(reader, column);
    if (raw === (role === 'vendor_code' ? own.code : own.name)) return;
    const cell = foldText(raw);
    if (cell === '' || known.has(cell)) return;
    const code = severity === 'error' ? 'other_vendor' : 'vendor_name_differs';
    reportCell(reader, code, column, { params: { vendor: own.code, name: own.name } }, severity);
  };
  const { vendorCodes, vendorNames, vendorAny } = reader.names;
  check('vendor_code', vendorCodes, 'error');
  check('vendor', vendorAny, 'error');
  const codeColumn = reader.plan.roles.get('vendor_code');
  const codeGiven = codeColumn !== undefined && cellAt(reader, codeColumn).trim() !== '';
  check('vendor_name', vendorNames, codeGiven ? 'warning' : 'error');
}

/** The number of a cell as exact decimal text, null when the cell is empty. `kpi` is given where it is that KPI's value. */
export function readNumber(
  reader: SheetReader,
  column: number,
  kpi: KpiDefinition | null,
  about: Pick<Finding, 'period' | 'market' | 'service'> | null = null,
): Usable<string | null> {
  const cell = cellAt(reader, column);
  if (cell === '' || cell.trim() === '') return null;
  const isNative = reader.grid.kinds?.[reader.row]?.[column] === cellKinds.number;
  const parsed = parseNumber(cell, isNative ? '.' : (reader.numbers.get(column)?.sign ?? '.'));
  if (parsed && !parsed.percent) return parsed.value;
  const details = {
    kpi: kpi?.code ?? null,
    ...(about && { period: about.period, market: about.market, service: about.service }),
    params: {
      unit: kpi?.unit ?? '',
      ...(about && about.period !== null && { month: formatPeriod(about.period) }),
    },
  };
  if (!parsed) {
    const code = cell.startsWith('=') ? 'formula_without_value' : 'number_unreadable';
    return reportCell(reader, code, column, details);
  }
  if (kpi && isPercentage(kpi)) return parsed.value;
  if (kpi && /^(1|ratio|share|fraction)?$/.test(kpi.unit)) return shifted(parsed.value, -2);
  return reportCell(reader, 'percent_for_other_unit', column, details);
}
