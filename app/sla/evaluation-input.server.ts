import { and, eq, inArray, isNull } from 'drizzle-orm';
import { everything } from '~/auth/act';
import {
  loadContractDocuments,
  type AgreedContract,
  type AgreedTermVersions,
} from '~/contracts/load-contract-documents.server';
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

/** Readings that count, and those that wait for their review, by vendor and KPI. */
async function readingsOf(
  reader: Reader,
  vendorIds: readonly number[],
  kpiIds: readonly number[],
): Promise<Map<string, ReportedReading[]>> {
  const series = new Map<string, ReportedReading[]>();
  if (kpiIds.length === 0) return series;
  const rows = await reader
    .select({
      vendorId: readings.vendorId,
      kpiId: readings.kpiId,
      period: readings.period,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      sampleSize: readings.sampleSize,
      source: readings.source,
      service: services.code,
      market: markets.code,
      state: reports.state,
      submittedAt: reports.submittedAt,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .where(
      and(
        inArray(readings.vendorId, [...vendorIds]),
        inArray(readings.kpiId, [...kpiIds]),
        isNull(readings.supersededBy),
        inArray(reports.state, ['accepted', 'submitted']),
      ),
    );
  for (const { vendorId, kpiId, state, ...reading } of rows) {
    const key = seriesKey(vendorId, kpiId);
    const list = series.get(key);
    const row = { ...reading, accepted: state === 'accepted' };
    if (list) list.push(row);
    else series.set(key, [row]);
  }
  return series;
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
