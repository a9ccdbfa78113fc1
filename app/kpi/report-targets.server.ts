import { and, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { isAgreed } from '~/contracts/agreed.server';
import { loadContractDocuments } from '~/contracts/load-contract-documents.server';
import type { SlaTerm } from '~/contracts/sla-term';
import { namedByCode } from '~/shared/named-by-code.server';
import { lastDay, periodsBetween, type Period } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { standingOf } from './reading-queries.server';
import type { ReadingSource, StandingReading } from './reading';
import type { ReportTarget } from './report-on-page';
import { isOf, targetMonths } from './report-targets';

const YEAR = 12;
const MOST_READINGS = 20_000;

type Report = {
  vendorId: number;
  source: ReadingSource;
  firstPeriod: Period | null;
  lastPeriod: Period | null;
};

/** The SLA terms in force in the months of a report that measure what it reports, each with its last twelve months. */
export async function reportTargets(
  reader: Reader,
  scope: Scope,
  report: Report,
  reported: readonly StandingReading[],
): Promise<ReportTarget[]> {
  const { vendorId, firstPeriod, lastPeriod, source } = report;
  if (firstPeriod === null || lastPeriod === null) return [];
  const from = Math.min(firstPeriod, lastPeriod - YEAR + 1);
  const months = { vendorId, first: firstPeriod, last: lastPeriod };
  const terms = await termsInForce(reader, scope, months);
  const measured = terms.filter(({ term, version }) =>
    reported.some((reading) => isOf(reading, { kpi: term.kpi, scope: version.scope })),
  );
  const standing = await standingOf(
    reader,
    scope,
    vendorId,
    {
      from,
      to: lastPeriod,
      kpis: [...new Set(measured.map(({ term }) => term.kpi))],
      totalsAlone: measured.every(({ version }) => version.scope.market === null),
    },
    MOST_READINGS,
  );
  const periods = periodsBetween(from, lastPeriod);
  const names = await libraryNames(reader, {
    kpis: measured.map(({ term }) => term.kpi),
    scopes: measured.map(({ version }) => version.scope),
  });
  return measured.map(({ contract, term, version }) => ({
    key: `${term.termId}`,
    contractId: contract.contractId,
    contract: contract.number,
    kpi: term.kpi,
    measure: {
      kpi: names.kpi(term.kpi),
      service: version.scope.service === null ? null : names.service(version.scope.service),
      market: version.scope.market === null ? null : names.market(version.scope.market),
    },
    unit: term.unit,
    operator: version.operator,
    target: version.target,
    warnAt: version.warn_at,
    months: targetMonths({ ...version, kpi: term.kpi }, reported, standing, periods),
    others: standing
      .filter(
        (reading) =>
          reading.source !== source &&
          reading.period >= firstPeriod &&
          isOf(reading, { kpi: term.kpi, scope: version.scope }),
      )
      .map(({ source: other, period, value }) => ({ source: other, period, value })),
  }));
}

type Months = { vendorId: number; first: Period; last: Period };

/** The terms of a vendor's contracts in the last of some months in which they were in force. */
async function termsInForce(reader: Reader, scope: Scope, { vendorId, first, last }: Months) {
  const rows = await reader
    .select({ id: contracts.id })
    .from(contracts)
    .where(and(eq(contracts.vendorId, vendorId), withinScope(scope, contracts.vendorId), isAgreed));
  const agreed = await loadContractDocuments(
    reader,
    scope,
    rows.map(({ id }) => id),
  );
  return agreed.flatMap((contract) =>
    contract.terms.flatMap((term) => {
      const version = term.versions.findLast(
        ({ effectiveFrom, effectiveTo }) =>
          effectiveFrom <= lastDay(last) && (effectiveTo === null || effectiveTo >= lastDay(first)),
      );
      return version ? [{ contract, term, version: version.term }] : [];
    }),
  );
}

/** The names of what terms measure. */
async function libraryNames(reader: Reader, codes: { kpis: string[]; scopes: SlaTerm['scope'][] }) {
  return {
    kpi: await namedByCode(reader, kpis, codes.kpis),
    service: await namedByCode(
      reader,
      services,
      codes.scopes.flatMap(({ service }) => service ?? []),
    ),
    market: await namedByCode(
      reader,
      markets,
      codes.scopes.flatMap(({ market }) => market ?? []),
    ),
  };
}
