import { and, inArray, isNull, sql } from 'drizzle-orm';
import { everything } from '~/auth/act';
import {
  loadContractDocuments,
  type AgreedContract,
  type AgreedTermVersions,
} from '~/contracts/load-contract-documents.server';
import { chunks } from '~/shared/chunks';
import { localDate, reportOverdueFrom } from '~/shared/calendar';
import { periodOfDate, type Period } from '~/shared/period';
import { readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { excusals } from '~db/schema/sla';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { agreementsOf } from './backtest';
import type { ContractInput } from './contract-evaluation';
import type { TermReading } from './measure';
import type { TermInput } from './term-evaluation';
import type { PeriodSpan } from './verdict';

export type StoredContractInput = { contract: AgreedContract; input: ContractInput };

/** What the engine needs of these contracts as of a day, in a handful of queries however many they are. */
export async function loadEvaluationInput(
  reader: Reader,
  contractIds: readonly number[],
  asOfOf: (contractId: number) => string,
): Promise<StoredContractInput[]> {
  const contracts = await loadContractDocuments(reader, everything, contractIds);
  const kpiIds = [...new Set(contracts.flatMap(({ terms }) => terms.map(({ kpiId }) => kpiId)))];
  const vendorIds = [...new Set(contracts.map(({ vendorId }) => vendorId))];
  const reported = await readingsOf(reader, vendorIds, kpiIds);
  const exclusions = await exclusionsOf(reader, contractIds);
  return contracts.map((contract) => {
    const asOf = asOfOf(contract.contractId);
    const termInput = (term: AgreedTermVersions): TermInput => {
      const rows = reported.get(seriesKey(contract.vendorId, term.kpiId)) ?? [];
      return {
        key: String(term.termId),
        percent: term.unit === '%',
        versions: term.versions.map(({ versionId, ...version }) => ({
          key: String(versionId),
          ...version,
        })),
        readings: rows.filter(({ accepted }) => accepted),
        exclusions: exclusions.get(seriesKey(contract.contractId, term.kpiId)) ?? [],
        awaitingReview: awaitingReview(rows, term, contract),
      };
    };
    return {
      contract,
      input: {
        agreementOf: agreementsOf(contract.document),
        terms: contract.terms.map(termInput),
        from: periodOfDate(contract.startsOn),
        to: lastPeriod(contract, asOf),
        asOf,
      },
    };
  });
}

/** The month of the day looked back from is listed too, as pending; nothing after the contract's last day is. */
function lastPeriod({ lastDay }: AgreedContract, asOf: string): Period {
  return periodOfDate(lastDay !== null && lastDay < asOf ? lastDay : asOf);
}

type ReportedReading = TermReading & { accepted: boolean; submittedAt: string | null };

const seriesKey = (owner: number, kpiId: number) => `${owner}/${kpiId}`;

type ReadingRow = {
  vendorId: number;
  kpiId: number;
  reportId: number;
  marketId: number | null;
  serviceId: number | null;
} & Omit<TermReading, 'service' | 'market'>;

/**
 * Readings that count, and those that wait for their review, by vendor and KPI. They are by far the most rows that an
 * evaluation reads: what they have in common is looked up once, not joined to each.
 */
async function readingsOf(
  reader: Reader,
  vendorIds: readonly number[],
  kpiIds: readonly number[],
): Promise<Map<string, ReportedReading[]>> {
  const series = new Map<string, ReportedReading[]>();
  if (kpiIds.length === 0) return series;
  const reportOf = await countingReports(reader, vendorIds);
  const rows = await reader.rows<ReadingRow>(sql`
    select ${readings.vendorId} as "vendorId", ${readings.kpiId} as "kpiId", ${readings.reportId} as "reportId",
      ${readings.marketId} as "marketId", ${readings.serviceId} as "serviceId", ${readings.period} as "period",
      ${readings.value} as "value", ${readings.numerator} as "numerator", ${readings.denominator} as "denominator",
      ${readings.sampleSize} as "sampleSize", ${readings.source} as "source"
    from ${readings}
    where ${readings.vendorId} in ${vendorIds} and ${readings.kpiId} in ${kpiIds} and ${readings.supersededBy} is null`);
  const serviceOf = await codesOf(reader, services, rows, ({ serviceId }) => serviceId);
  const marketOf = await codesOf(reader, markets, rows, ({ marketId }) => marketId);
  for (const row of rows) {
    const report = reportOf.get(row.reportId);
    if (!report) continue;
    const { period, value, numerator, denominator, sampleSize, source, serviceId, marketId } = row;
    const service = serviceId === null ? null : (serviceOf.get(serviceId) ?? null);
    const market = marketId === null ? null : (marketOf.get(marketId) ?? null);
    const { accepted, submittedAt } = report;
    const reading = { period, value, numerator, denominator, sampleSize, service, market, source };
    const key = seriesKey(row.vendorId, row.kpiId);
    const list = series.get(key);
    const reported = Object.assign(reading, { accepted, submittedAt });
    if (list) list.push(reported);
    else series.set(key, [reported]);
  }
  return series;
}

/** The vendors' reports that are accepted or wait for it, by key. */
async function countingReports(reader: Reader, vendorIds: readonly number[]) {
  const found = await reader
    .select({ id: reports.id, state: reports.state, submittedAt: reports.submittedAt })
    .from(reports)
    .where(
      and(
        inArray(reports.vendorId, [...vendorIds]),
        inArray(reports.state, ['accepted', 'submitted']),
      ),
    );
  return new Map(
    found.map(({ id, state, submittedAt }) => [
      id,
      { accepted: state === 'accepted', submittedAt },
    ]),
  );
}

/** The codes of the services or markets that readings are of; most are of the vendor's totals. */
async function codesOf<Row>(
  reader: Reader,
  table: typeof services | typeof markets,
  rows: readonly Row[],
  idOf: (row: Row) => number | null,
): Promise<Map<number, string>> {
  const ids = new Set<number>();
  for (const row of rows) {
    const id = idOf(row);
    if (id !== null) ids.add(id);
  }
  const found = new Map<number, string>();
  for (const some of chunks([...ids])) {
    const named = await reader
      .select({ id: table.id, code: table.code })
      .from(table)
      .where(inArray(table.id, some));
    for (const { id, code } of named) found.set(id, code);
  }
  return found;
}

/** Months whose report came in time and only waits for us: outstanding, never overdue. */
function awaitingReview(
  rows: readonly ReportedReading[],
  term: AgreedTermVersions,
  { document }: AgreedContract,
): Period[] {
  const inTime = ({ submittedAt, period }: ReportedReading) =>
    submittedAt !== null &&
    localDate(new Date(submittedAt), document.time_zone) <
      reportOverdueFrom(period, document.report_due);
  return rows
    .filter(
      (row) =>
        !row.accepted && row.service === term.service && row.market === term.market && inTime(row),
    )
    .map(({ period }) => period);
}

async function exclusionsOf(
  reader: Reader,
  contractIds: readonly number[],
): Promise<Map<string, PeriodSpan[]>> {
  const spans = new Map<string, PeriodSpan[]>();
  if (contractIds.length === 0) return spans;
  const rows = await reader
    .select()
    .from(excusals)
    .where(and(inArray(excusals.contractId, [...contractIds]), isNull(excusals.revokedAt)));
  for (const { contractId, kpiId, firstPeriod, lastPeriod } of rows) {
    const key = seriesKey(contractId, kpiId);
    spans.set(key, [...(spans.get(key) ?? []), { from: firstPeriod, to: lastPeriod }]);
  }
  return spans;
}
