import { and, asc, eq, exists, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { isAgreed } from '~/contracts/agreed.server';
import { termsOfContracts } from '~/contracts/term-queries.server';
import { versionOn } from '~/contracts/term-version';
import type { Period } from '~/shared/period';
import { contracts, slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { evaluations } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { ComparedTerm, OutcomeCounts } from './compare-terms';

/** The KPIs that terms of contracts within the scope speak of, by code. */
export async function comparableKpis(reader: Reader, scope: Scope) {
  return reader
    .select({ code: kpis.code, nameEn: kpis.nameEn, nameZh: kpis.nameZh, unit: kpis.unit })
    .from(kpis)
    .where(
      exists(
        reader
          .select({ one: sql`1` })
          .from(slaTerms)
          .innerJoin(contracts, eq(contracts.id, slaTerms.contractId))
          .where(
            and(
              eq(slaTerms.kpiId, kpis.id),
              isNull(slaTerms.withdrawnAt),
              withinScope(scope, contracts.vendorId),
            ),
          ),
      ),
    )
    .orderBy(asc(kpis.code));
}

/** Every term on a KPI that holds on a day, with how its periods since a month came out. */
export async function termsOnKpi(
  reader: Reader,
  scope: Scope,
  kpi: string,
  { on, since }: { on: string; since: Period },
): Promise<ComparedTerm[]> {
  const rows = await reader
    .selectDistinct({
      id: contracts.id,
      number: contracts.number,
      startsOn: contracts.startsOn,
      vendorName: vendors.name,
    })
    .from(slaTerms)
    .innerJoin(kpis, eq(kpis.id, slaTerms.kpiId))
    .innerJoin(contracts, eq(contracts.id, slaTerms.contractId))
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(
      and(
        eq(kpis.code, kpi),
        isNull(slaTerms.withdrawnAt),
        isAgreed,
        withinScope(scope, contracts.vendorId),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const terms = (await termsOfContracts(reader, scope, [...byId.keys()])).filter(
    (term) => term.kpi === kpi && term.withdrawnAt === null,
  );
  const outcomes = await outcomesOf(
    reader,
    terms.map(({ id }) => id),
    since,
  );
  return terms.flatMap((term) => {
    const contract = byId.get(term.contractId);
    const version = contract && versionOn(term.versions, on, contract.startsOn);
    if (!contract || !version) return [];
    return [
      {
        ...{ termId: term.id, contractId: contract.id, contract: contract.number },
        ...{ vendor: contract.vendorName, service: term.service, market: term.market },
        ...{ said: version.term, outcomes: outcomes.get(term.id) ?? {} },
      },
    ];
  });
}

async function outcomesOf(
  reader: Reader,
  termIds: readonly number[],
  since: Period,
): Promise<Map<number, OutcomeCounts>> {
  const found = new Map<number, OutcomeCounts>();
  if (termIds.length === 0) return found;
  const rows = await reader
    .select({
      termId: evaluations.termId,
      outcome: evaluations.outcome,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(evaluations)
    .where(
      and(
        inArray(evaluations.termId, [...termIds]),
        gte(evaluations.period, since),
        isNull(evaluations.supersededAt),
      ),
    )
    .groupBy(evaluations.termId, evaluations.outcome);
  for (const { termId, outcome, count } of rows)
    found.set(termId, { ...found.get(termId), [outcome]: count });
  return found;
}
