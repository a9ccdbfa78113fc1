import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import {
  loadContractDocuments,
  type AgreedContract,
} from '~/contracts/load-contract-documents.server';
import { localDate } from '~/shared/calendar';
import { firstDay, periodOfDate, type Period } from '~/shared/period';
import type { TodayIn } from '~/shared/today';
import { contracts } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { isAgreed } from '~/contracts/agreed.server';
import { hasNotEnded } from '~/contracts/standing.server';
import { dueMonths, type DueMonth, type NeededSeries, type SentReading } from './report-due';

/** How many months back the reports of a contract are looked for. */
const MONTHS_BACK = 12;

/** The report of a month under a contract. */
export type ReportDue = DueMonth & {
  contractId: number;
  contractNumber: string;
  timeZone: string;
  vendorId: number;
  vendorCode: string;
  vendorName: string;
};

type Options = { vendorId?: number; monthsBack?: number };

/**
 * Every report that contracts in force have called for in the last months, up to the month that runs, with what was sent:
 * the earliest due day first. Where a contract sets no deadline, its reports are due on the month's last day.
 */
export async function reportsDue(
  reader: Reader,
  scope: Scope,
  today: TodayIn,
  { vendorId, monthsBack = MONTHS_BACK }: Options = {},
): Promise<ReportDue[]> {
  const latest = today('Pacific/Kiritimati'); // The zone that is furthest ahead.
  const first = periodOfDate(latest) - monthsBack;
  const found = await contractsSince(reader, scope, firstDay(first), latest, vendorId);
  const agreed = await loadContractDocuments(reader, scope, [...found.keys()]);
  const sent = await sentReadings(reader, agreed, first);
  const due = agreed.flatMap((contract) => {
    const vendor = found.get(contract.contractId);
    const { time_zone: timeZone, report_due } = contract.document;
    const readingsOfVendor = (sent.get(contract.vendorId) ?? []).map(({ sentAt, ...reading }) => ({
      ...reading,
      sentOn: sentAt === null ? null : localDate(new Date(sentAt), timeZone),
    }));
    const months = dueMonths(
      seriesOf(contract),
      readingsOfVendor,
      report_due,
      first,
      today(timeZone),
    );
    return months.map((month) => ({
      ...month,
      contractId: contract.contractId,
      contractNumber: contract.number,
      timeZone,
      vendorId: contract.vendorId,
      vendorCode: vendor?.vendorCode ?? '',
      vendorName: vendor?.vendorName ?? '',
    }));
  });
  return due.sort(
    (a, b) =>
      (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
      (a.contractNumber < b.contractNumber ? -1 : 1),
  );
}

async function contractsSince(
  reader: Reader,
  scope: Scope,
  from: string,
  to: string,
  vendorId: number | undefined,
) {
  const rows = await reader
    .select({ id: contracts.id, vendorCode: vendors.code, vendorName: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(
      and(
        withinScope(scope, contracts.vendorId),
        isAgreed,
        lte(contracts.startsOn, to),
        hasNotEnded(from),
        vendorId === undefined ? undefined : eq(contracts.vendorId, vendorId),
      ),
    )
    .orderBy(asc(contracts.id));
  return new Map(rows.map(({ id, ...vendor }) => [id, vendor]));
}

function seriesOf({ terms }: AgreedContract): NeededSeries[] {
  return terms.flatMap(({ kpi, service, market, versions }) =>
    versions.map(({ term, effectiveFrom, effectiveTo }) => ({
      kpi,
      service,
      market,
      sources: term.sources,
      from: effectiveFrom,
      to: effectiveTo,
    })),
  );
}

type Sent = Omit<SentReading, 'sentOn'> & { sentAt: string | null };

/** What was sent of the KPIs that the contracts need, by vendor; of the markets that their terms name and the totals. */
async function sentReadings(
  reader: Reader,
  agreed: readonly AgreedContract[],
  first: Period,
): Promise<Map<number, Sent[]>> {
  const terms = agreed.flatMap((contract) => contract.terms);
  const kpiIds = [...new Set(terms.map(({ kpiId }) => kpiId))];
  const byVendor = new Map<number, Sent[]>();
  if (kpiIds.length === 0) return byVendor;
  const marketCodes = [...new Set(terms.flatMap(({ market }) => market ?? []))];
  const rows = await reader
    .select({
      vendorId: readings.vendorId,
      kpi: kpis.code,
      service: services.code,
      market: markets.code,
      source: readings.source,
      period: readings.period,
      reportId: readings.reportId,
      state: reports.state,
      supersededBy: readings.supersededBy,
      sentAt: reports.submittedAt,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .innerJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .where(
      and(
        inArray(readings.vendorId, [...new Set(agreed.map(({ vendorId }) => vendorId))]),
        inArray(readings.kpiId, kpiIds),
        gte(readings.period, first),
        inArray(reports.state, ['submitted', 'accepted', 'changes_requested', 'superseded']),
        marketCodes.length === 0
          ? isNull(readings.marketId)
          : or(isNull(readings.marketId), inArray(markets.code, marketCodes)),
      ),
    );
  for (const { vendorId, supersededBy, state, ...row } of rows) {
    const reading: Sent = {
      ...row,
      state: state as SentReading['state'],
      stands: supersededBy === null,
    };
    const list = byVendor.get(vendorId);
    if (list) list.push(reading);
    else byVendor.set(vendorId, [reading]);
  }
  return byVendor;
}
