import { readFileSync } from 'node:fs';
import { parseDelimited } from '~/kpi/delimited';
import type { KpiDefinition, MarketEntry, ReportContext } from '~/kpi/reading';
import { parsePeriod, type Period } from '~/shared/period';

/** The rows of a CSV file as records by heading. */
export function csvRecords(file: string): Record<string, string>[] {
  const [header = [], ...rows] = parseDelimited(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  return rows.map((row) =>
    Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])),
  );
}

const data = 'db/demo/data/airline-otp';

/** The KPI library of air transport, as `kpi-definitions.csv` has it. */
export const airlineKpis: KpiDefinition[] = csvRecords(`${data}/kpi-definitions.csv`).map(
  (row) => ({
    code: row['kpi_code'] ?? '',
    nameEn: row['label_en'] ?? '',
    nameZh: row['label_zh'] ?? '',
    unit: row['unit'] ?? '',
    min: row['min'] || null,
    max: row['max'] || null,
    sampleKpi: row['sample_kpi'] || null,
    aliases: (row['aliases'] ?? '').split(';').filter(Boolean),
  }),
);

export const airlines = csvRecords(`${data}/vendors.csv`).map((row) => ({
  code: row['carrier_code'] ?? '',
  name: row['carrier_name'] ?? '',
  aliases: [row['former_name'] ?? ''].filter(Boolean),
}));

export const airports: MarketEntry[] = 'ATL BOS DEN DFW EWR JFK LAX ORD SEA SFO'
  .split(' ')
  .map((code) => ({ code, nameEn: code, nameZh: null, aliases: [], parent: 'US' }));

export const airlineMarkets: MarketEntry[] = [
  { code: 'US', nameEn: 'United States', nameZh: '美国', aliases: ['USA'], parent: null },
  ...airports,
  { code: 'FR', nameEn: 'France', nameZh: '法国', aliases: [], parent: null },
];

export function month(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`not a month: ${text}`);
  return period;
}

/** What a report of Southwest is read and checked against, on 2024-01-12; `changes` replace parts of it. */
export function airlineContext(changes: Partial<ReportContext> = {}): ReportContext {
  return {
    vendor: { code: 'WN', name: 'Southwest Airlines', aliases: ['Southwest Airlines Co.'] },
    kpis: airlineKpis,
    markets: airlineMarkets,
    services: [{ code: 'AIR', nameEn: 'Air transport', nameZh: '航空运输', aliases: [] }],
    offerings: [{ service: 'AIR', market: 'US' }],
    history: [],
    otherSources: [],
    asOf: month('2024-01'),
    ...changes,
  };
}
