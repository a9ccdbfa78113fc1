import { formatPeriod, parsePeriod, type Period } from '~/shared/period';

/** A cell of a report: a KPI of a month, market and service; null market or service is the total. */
export type CellSubject = {
  kpi: string;
  period: Period;
  market: string | null;
  service: string | null;
};

/** How a cell is named in a form: `OTD_PCT|2023-12|ATL|`. */
export function cellName({ kpi, period, market, service }: CellSubject): string {
  return [kpi, formatPeriod(period), market ?? '', service ?? ''].join('|');
}

/** The cell of a name, or null where it is none. */
export function parseCellName(name: string): CellSubject | null {
  const [kpi = '', month = '', market = '', service = '', ...rest] = name.split('|');
  const period = parsePeriod(month);
  if (kpi === '' || period === null || rest.length > 0) return null;
  return { kpi, period, market: market || null, service: service || null };
}
