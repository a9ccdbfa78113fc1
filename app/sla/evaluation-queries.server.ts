import {
  and,
  asc,
  between,
  desc,
  eq,
  gt,
  isNull,
  lte,
  or,
  sql,
  type AnyColumn,
  type SQL,
} from 'drizzle-orm';
import { wasAccepted } from '~/kpi/report-queries.server';
import type { Period } from '~/shared/period';
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import { readings, reports, uploads } from '~db/schema/kpi';
import { breaches } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/*
 * What stands behind an evaluation whose contract a query has found within the scope.
 */

/** Every outcome that a term's period has had, the latest first; the current one is not superseded. */
export async function historyOf(reader: Reader, termId: number, period: Period) {
  return reader
    .select({
      id: evaluations.id,
      outcome: evaluations.outcome,
      kind: evaluations.kind,
      severity: evaluations.severity,
      measured: evaluations.measured,
      issuedMinor: evaluations.issuedMinor,
      asOf: evaluations.asOf,
      evaluatedAt: evaluations.evaluatedAt,
      supersededAt: evaluations.supersededAt,
      version: slaTermVersions.version,
    })
    .from(evaluations)
    .innerJoin(slaTermVersions, eq(slaTermVersions.id, evaluations.versionId))
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .where(
      and(
        eq(slaTerms.id, termId),
        eq(evaluations.contractId, slaTerms.contractId), // By whose months outcomes are found.
        eq(evaluations.period, period),
      ),
    )
    .orderBy(desc(evaluations.evaluatedAt), desc(sql`${evaluations.supersededAt} is null`));
}

/** A term's current outcomes from one month to another, each with the breach that it is. */
export async function outcomesOfTerm(reader: Reader, termId: number, first: Period, last: Period) {
  return reader
    .select({
      period: evaluations.period,
      outcome: evaluations.outcome,
      severity: evaluations.severity,
      measured: evaluations.measured,
      issuedMinor: evaluations.issuedMinor,
      breachId: breaches.id,
    })
    .from(evaluations)
    .leftJoin(
      breaches,
      and(
        eq(breaches.termId, evaluations.termId),
        eq(breaches.period, evaluations.period),
        isNull(breaches.withdrawnAt),
      ),
    )
    .where(
      and(
        eq(evaluations.termId, termId),
        isNull(evaluations.supersededAt),
        between(evaluations.period, first, last),
      ),
    )
    .orderBy(asc(evaluations.period));
}

type Series = {
  vendorId: number;
  kpiId: number;
  serviceId: number | null;
  marketId: number | null;
  first: Period;
  last: Period;
};

/** The accepted readings of exactly a scope, with the report and file that each came from; corrected ones among them. */
export async function readingsBehind(reader: Reader, series: Series) {
  return reader
    .select({
      id: readings.id,
      period: readings.period,
      source: readings.source,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      sampleSize: readings.sampleSize,
      note: readings.note,
      sheet: readings.sheet,
      row: readings.row,
      supersededBy: readings.supersededBy,
      reportId: readings.reportId,
      channel: reports.channel,
      submittedAt: reports.submittedAt,
      decidedAt: reports.decidedAt,
      fileName: uploads.fileName,
      service: services.code,
      market: markets.code,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .leftJoin(uploads, eq(uploads.id, reports.uploadId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .leftJoin(markets, eq(markets.id, readings.marketId))
    .where(
      and(
        eq(readings.vendorId, series.vendorId),
        eq(readings.kpiId, series.kpiId),
        isExactly(readings.serviceId, series.serviceId),
        isExactly(readings.marketId, series.marketId),
        between(readings.period, series.first, series.last),
        wasAccepted,
      ),
    )
    .orderBy(asc(readings.period), desc(readings.id));
}

/** Lines of all terms of a contract in a month, as they stand or stood at an instant: what cap and minimum look at. */
export async function creditLinesOf(
  reader: Reader,
  contractId: number,
  period: Period,
  at: string | null,
) {
  return reader
    .select({
      termId: evaluations.termId,
      kpiId: evaluations.kpiId,
      creditMinor: evaluations.creditMinor,
      cappedMinor: evaluations.cappedMinor,
      issuedMinor: evaluations.issuedMinor,
    })
    .from(evaluations)
    .where(
      and(
        eq(evaluations.contractId, contractId),
        eq(evaluations.period, period),
        at === null
          ? isNull(evaluations.supersededAt)
          : and(
              lte(evaluations.evaluatedAt, at),
              or(isNull(evaluations.supersededAt), gt(evaluations.supersededAt, at)),
            ),
      ),
    );
}

function isExactly(column: AnyColumn, id: number | null): SQL {
  return id === null ? isNull(column) : eq(column, id);
}
