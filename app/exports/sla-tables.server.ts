import {
  and,
  asc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  type AnyColumn,
  type SQL,
} from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { formatPeriod } from '~/shared/period';
import { contracts, slaTerms } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches } from '~db/schema/cases';
import { creditPeriods, evaluations } from '~db/schema/sla';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { amount, contractChunks } from './contract-tables.server';
import { afterLast, exportTable } from './export-table.server';
import type { ExportCell, ExportPeriods } from './table';

const READINGS_AT_ONCE = 5000;

function inPeriods(column: AnyColumn, { from, to }: ExportPeriods): SQL | undefined {
  return and(
    from === null ? undefined : gte(column, from),
    to === null ? undefined : lte(column, to),
  );
}

type ReadingRow = Awaited<ReturnType<typeof readingsAfter>>[number];

/** Every reading that counts: of an accepted report, not superseded by a later one. */
export const readingTable = exportTable<ReadingRow>(
  {
    vendor: (row) => row.vendor,
    service: (row) => row.service,
    market: (row) => row.market,
    period: (row) => formatPeriod(row.reading.period),
    kpi: (row) => row.kpi,
    value: (row) => row.reading.value,
    numerator: (row) => row.reading.numerator,
    denominator: (row) => row.reading.denominator,
    sample_size: (row) => row.reading.sampleSize,
    source: (row) => row.reading.source,
    report: (row) => row.reading.reportId,
  },
  (reader, scope, periods) =>
    afterLast(READINGS_AT_ONCE, (last: ReadingRow | undefined) =>
      readingsAfter(reader, scope, periods, last?.reading.id ?? 0),
    ),
);

/** Outer joins, so that both engines walk the readings in the order of their keys and never sort them all. */
async function readingsAfter(reader: Reader, scope: Scope, periods: ExportPeriods, id: number) {
  const accepted = reader
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.id, readings.reportId), eq(reports.state, 'accepted')));
  return reader
    .select({
      reading: readings,
      vendor: vendors.code,
      kpi: kpis.code,
      market: markets.code,
      service: services.code,
    })
    .from(readings)
    .leftJoin(vendors, eq(vendors.id, readings.vendorId))
    .leftJoin(kpis, eq(kpis.id, readings.kpiId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .where(
      and(
        gt(readings.id, id),
        isNull(readings.supersededBy),
        exists(accepted),
        inPeriods(readings.period, periods),
        scope.kind === 'everything' ? undefined : withinScope(scope, readings.vendorId),
      ),
    )
    .orderBy(asc(readings.id))
    .limit(READINGS_AT_ONCE);
}

type EvaluationRow = Awaited<ReturnType<typeof evaluationsOf>>[number];

/** The words of the back-test's result, so that both can be laid side by side. */
const evaluationColumns: Record<string, (row: EvaluationRow) => ExportCell> = {
  vendor: (row) => row.vendor,
  contract: (row) => row.contract,
  term: (row) => row.term,
  kpi: (row) => row.kpi,
  period: (row) => formatPeriod(row.evaluation.period),
  outcome: (row) => row.evaluation.outcome,
  kind: (row) => row.evaluation.kind,
  reason: (row) => row.evaluation.reason,
  severity: (row) => row.evaluation.severity,
  measured: (row) => row.evaluation.measured,
  shortfall: (row) => row.evaluation.shortfall,
  run: (row) => row.evaluation.run,
  points: (row) => row.evaluation.points,
  triggers: (row) => row.evaluation.triggers,
  credit: (row) => amount(row.evaluation.creditMinor, row.currency),
  capped: (row) => amount(row.evaluation.cappedMinor, row.currency),
};

/** The current evaluation of every term and month. */
export const evaluationTable = exportTable<EvaluationRow>(
  evaluationColumns,
  async function* (reader, scope, periods) {
    for await (const rows of contractChunks(reader, scope))
      yield await evaluationsOf(reader, contractIds(rows), periods, undefined);
  },
);

/** Every breach that stands, by its current evaluation. */
export const breachTable = exportTable<EvaluationRow>(
  evaluationColumns,
  async function* (reader, scope, periods) {
    const standing = exists(
      reader
        .select({ id: breaches.id })
        .from(breaches)
        .where(
          and(
            eq(breaches.termId, evaluations.termId),
            eq(breaches.period, evaluations.period),
            isNull(breaches.withdrawnAt),
          ),
        ),
    );
    for await (const rows of contractChunks(reader, scope))
      yield await evaluationsOf(reader, contractIds(rows), periods, standing);
  },
);

function contractIds(rows: readonly { contract: { id: number } }[]): number[] {
  return rows.map(({ contract }) => contract.id);
}

async function evaluationsOf(
  reader: Reader,
  ids: number[],
  periods: ExportPeriods,
  condition: SQL | undefined,
) {
  return reader
    .select({
      evaluation: evaluations,
      vendor: vendors.code,
      contract: contracts.number,
      currency: contracts.currency,
      term: slaTerms.position,
      kpi: kpis.code,
    })
    .from(evaluations)
    .innerJoin(contracts, eq(contracts.id, evaluations.contractId))
    .innerJoin(vendors, eq(vendors.id, evaluations.vendorId))
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .innerJoin(kpis, eq(kpis.id, evaluations.kpiId))
    .where(
      and(
        inArray(evaluations.contractId, ids),
        isNull(evaluations.supersededAt),
        inPeriods(evaluations.period, periods),
        condition,
      ),
    )
    .orderBy(asc(contracts.number), asc(slaTerms.position), asc(evaluations.period));
}

type CreditRow = Awaited<ReturnType<typeof creditsOf>>[number];

/** Each contract's credit of each month as it stands. */
export const creditTable = exportTable<CreditRow>(
  {
    vendor: (row) => row.vendor,
    contract: (row) => row.contract,
    period: (row) => formatPeriod(row.credit.period),
    currency: (row) => row.credit.currency,
    gross: (row) => amount(row.credit.grossMinor, row.credit.currency),
    capped: (row) => amount(row.credit.cappedMinor, row.credit.currency),
    issued: (row) => amount(row.credit.issuedMinor, row.credit.currency),
    state: (row) => row.credit.state,
  },
  async function* (reader, scope, periods) {
    for await (const rows of contractChunks(reader, scope))
      yield await creditsOf(reader, contractIds(rows), periods);
  },
);

async function creditsOf(reader: Reader, ids: number[], periods: ExportPeriods) {
  return reader
    .select({ vendor: vendors.code, contract: contracts.number, credit: creditPeriods })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .where(and(inArray(creditPeriods.contractId, ids), inPeriods(creditPeriods.period, periods)))
    .orderBy(asc(contracts.number), asc(creditPeriods.period));
}
