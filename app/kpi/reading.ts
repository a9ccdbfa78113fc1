import type { Period } from '~/shared/period';

/** Where a reading comes from, in the usual order of precedence. */
export const readingSources = [
  'system_log',
  'third_party_audit',
  'customer_feedback',
  'internal_review',
  'vendor_report',
] as const;
export type ReadingSource = (typeof readingSources)[number];

/** Where the sample size of a reading comes from: stated, its denominator, or the KPI that counts its sample. */
export type SampleOrigin = 'stated' | 'denominator' | 'sample_kpi';

/** A place in a report: sheet (0 is the first), row as a spreadsheet numbers it, column (0 is A). */
export type Place = { sheet: number; row: number; column: number };

/**
 * One KPI of one month as a report states it. Numbers are decimal text, exactly as the report has them; a ratio without a
 * stated value has its value computed, half up to 12 places. `value` null is a reading without a value (`no_data`).
 * `market` and `service` null mean the vendor's total.
 */
export type Reading = Place & {
  period: Period;
  market: string | null;
  service: string | null;
  kpi: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  sampleSize: string | null;
  sampleFrom: SampleOrigin | null;
  source: ReadingSource | null;
  note: string | null;
};

/** An entry of the KPI library as far as reading and checking need it. `min` and `max` bound the possible values. */
export type KpiDefinition = {
  code: string;
  nameEn: string;
  nameZh: string;
  unit: string;
  min: string | null;
  max: string | null;
  sampleKpi: string | null;
  aliases: readonly string[];
};

export type NamedEntry = {
  code: string;
  nameEn: string;
  nameZh: string | null;
  aliases: readonly string[];
};

/** A market with the code of the market above it. */
export type MarketEntry = NamedEntry & { parent: string | null };

/** A reading that stands already: accepted earlier, or from another source. */
export type StandingReading = Pick<
  Reading,
  'period' | 'market' | 'service' | 'kpi' | 'value' | 'numerator' | 'denominator' | 'sampleSize'
> & { source: ReadingSource };

/** What a report file may hold at most; sizes in bytes. */
export type ReportLimits = {
  fileBytes: number;
  unpackedBytes: number;
  rows: number;
  columns: number;
  findings: number;
};

export const reportLimits: ReportLimits = {
  fileBytes: 25_000_000,
  unpackedBytes: 250_000_000,
  rows: 250_000,
  columns: 200,
  findings: 1000,
};

/** Who sends the report. `aliases` are former and other names. */
export type Sender = { code: string; name: string; aliases: readonly string[] };

/** What a file is read against. `assume` fills columns that the file lacks. */
export type ReadContext = {
  vendor: Sender;
  kpis: readonly KpiDefinition[];
  markets: readonly MarketEntry[];
  services: readonly NamedEntry[];
  limits?: ReportLimits;
  /** The one source that the sender may speak for; any where it is left out. */
  onlySource?: ReadingSource;
  assume?: { period?: Period; market?: string; service?: string };
};

/** What readings are checked against. No offerings at all means that none are registered yet: then nothing is refused. */
export type ReportContext = ReadContext & {
  offerings: readonly { service: string; market: string }[];
  history: Iterable<StandingReading>;
  otherSources: Iterable<StandingReading>;
  /** The month in which we stand; later ones are in the future. */
  asOf: Period;
};

/** True where the KPI is a percentage. */
export function isPercentage(kpi: Pick<KpiDefinition, 'unit'>): boolean {
  return kpi.unit === '%';
}

export function isReadingSource(text: string): text is ReadingSource {
  return readingSources.some((source) => source === text);
}
