import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parsePeriod, type Period } from '~/shared/period';

/** A month's counts of a carrier over its whole network, as the US Department of Transportation published them. */
export type Counts = {
  carrier: string;
  period: Period;
  flights: number;
  late: number;
  cancelled: number;
  diverted: number;
  delayMinutes: string;
  carrierLate: string;
};

/** A month's value of a carrier at an airport. */
export type AirportValue = {
  carrier: string;
  period: Period;
  airport: string;
  kpi: string;
  value: string;
  sample: string;
};

export type CarrierName = { code: string; name: string; formerName: string };

export type Figures = {
  carriers: CarrierName[];
  counts: Counts[];
  airports: AirportValue[];
};

/** A file of the demo's data. */
export function demoFile(path: string): string {
  return readFileSync(new URL(`./data/${path}`, import.meta.url), 'utf8');
}

/** The real figures that the carriers report. */
export function readFigures(): Figures {
  return {
    carriers: table('airline-otp/vendors.csv').map((row) => ({
      code: cell(row, 'carrier_code'),
      name: cell(row, 'carrier_name'),
      formerName: cell(row, 'former_name'),
    })),
    counts: table('airline-otp/counts.csv').map((row) => ({
      carrier: cell(row, 'carrier_code'),
      period: month(row),
      flights: Number(cell(row, 'arr_flights')),
      late: Number(cell(row, 'arr_del15')),
      cancelled: Number(cell(row, 'arr_cancelled')),
      diverted: Number(cell(row, 'arr_diverted')),
      delayMinutes: cell(row, 'arr_delay'),
      carrierLate: cell(row, 'carrier_ct'),
    })),
    airports: table('airline-otp/kpi-tidy-by-market.csv').map((row) => ({
      carrier: cell(row, 'carrier_code'),
      period: month(row),
      airport: cell(row, 'market'),
      kpi: cell(row, 'kpi_code'),
      value: cell(row, 'value'),
      sample: cell(row, 'sample_size'),
    })),
  };
}

type Row = Record<string, string>;

function table(path: string): Row[] {
  return parse(demoFile(path), { columns: true, skip_empty_lines: true });
}

function cell(row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`the demo's data has no column ${column}`);
  return text;
}

function month(row: Row): Period {
  const period = parsePeriod(cell(row, 'period'));
  if (period === null) throw new Error(`${cell(row, 'period')} is no month`);
  return period;
}
