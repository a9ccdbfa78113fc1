import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { countListed } from '~/shared/count-listed.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { contracts, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches, cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { caseStates } from './case';
import { waiting } from './breach-figures-queries.server';
import { BREACH_KINDS } from './evaluation';
import { breachStates, parseSpan, waits } from './breach-filter';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import { holdsText } from '~/shared/holds-text.server';

type Sort = 'period' | 'vendor' | 'kpi' | 'severity' | 'run' | 'credit' | 'due';
type Filter = 'state' | 'severity' | 'kind' | 'vendor' | 'kpi' | 'period' | 'wait';
export type BreachListQuery = ListQuery<Sort, Filter>;

/** What the breach list may be asked for; vendors and KPIs by code, periods as months, quarters or years. */
export const breachListSpec: ListSpec<Sort, Filter> = {
  sorts: ['period', 'vendor', 'kpi', 'severity', 'run', 'credit', 'due'],
  defaultSort: '-period',
  filters: {
    state: breachStates,
    severity: SEVERITIES,
    kind: BREACH_KINDS,
    vendor: 'any',
    kpi: 'any',
    period: 'any',
    wait: waits,
  },
};

/** A page of the breach list, each with its measured value, the target then in force and what it costs. */
export async function listBreaches(
  reader: Reader,
  scope: Scope,
  query: BreachListQuery,
  today: string,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const rows = await reader
    .select({
      id: breaches.id,
      period: breaches.period,
      kind: breaches.kind,
      severity: breaches.severity,
      openedOn: breaches.openedOn,
      withdrawnAt: breaches.withdrawnAt,
      caseState: cases.state,
      dueOn: cases.dueOn,
      vendorId: vendors.id,
      vendorName: vendors.name,
      vendorCode: vendors.code,
      kpiCode: kpis.code,
      kpi: { nameEn: kpis.nameEn, nameZh: kpis.nameZh },
      service: { nameEn: services.nameEn, nameZh: services.nameZh },
      market: { nameEn: markets.nameEn, nameZh: markets.nameZh },
      unit: kpis.unit,
      contract: contracts.number,
      currency: contracts.currency,
      measured: evaluations.measured,
      shortfall: evaluations.shortfall,
      run: evaluations.run,
      triggers: evaluations.triggers,
      issuedMinor: evaluations.issuedMinor,
      document: slaTermVersions.document,
    })
    .from(breaches)
    .innerJoin(cases, eq(cases.id, breaches.caseId))
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .innerJoin(contracts, eq(contracts.id, breaches.contractId))
    .innerJoin(evaluations, eq(evaluations.id, breaches.evaluationId))
    .innerJoin(slaTermVersions, eq(slaTermVersions.id, evaluations.versionId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .where(breachCondition(scope, query, today))
    .orderBy(...breachOrder(query))
    .limit(window.limit)
    .offset(window.offset);
  return rows.map(({ document, ...row }) => ({
    ...row,
    target: String(document['target']),
    operator: String(document['operator']),
  }));
}

/** How many there are in all; only those tables are asked whose words the question holds. */
export async function countBreaches(
  reader: Reader,
  scope: Scope,
  query: BreachListQuery,
  today: string,
): Promise<number> {
  const { search, filters } = query;
  const isSearched = search !== '';
  const tables = [sql`${breaches}`];
  if (filters.state.length + filters.wait.length > 0)
    tables.push(sql`inner join ${cases} on ${cases.id} = ${breaches.caseId}`);
  if (isSearched || filters.vendor.length > 0)
    tables.push(sql`inner join ${vendors} on ${vendors.id} = ${breaches.vendorId}`);
  if (isSearched || filters.kpi.length > 0)
    tables.push(sql`inner join ${kpis} on ${kpis.id} = ${breaches.kpiId}`);
  if (isSearched)
    tables.push(sql`inner join ${contracts} on ${contracts.id} = ${breaches.contractId}`);
  return countListed(reader, sql.join(tables, sql` `), breachCondition(scope, query, today));
}

function breachCondition(
  scope: Scope,
  { search, filters }: BreachListQuery,
  today: string,
): SQL | undefined {
  const states = caseStates.filter((state) => filters.state.includes(state));
  const severities = SEVERITIES.filter((one) => filters.severity.includes(one));
  const kinds = BREACH_KINDS.filter((one) => filters.kind.includes(one));
  const wanted = waits.filter((one) => filters.wait.includes(one));
  const spans = filters.period.flatMap((text) => parseSpan(text) ?? []);
  const isWithdrawn = filters.state.includes('withdrawn');
  const ofState = and(isNull(breaches.withdrawnAt), inArray(cases.state, states));
  return and(
    scope.kind === 'everything' ? undefined : withinScope(scope, breaches.vendorId),
    isWithdrawn
      ? states.length === 0
        ? isNotNull(breaches.withdrawnAt)
        : or(isNotNull(breaches.withdrawnAt), ofState)
      : states.length === 0
        ? isNull(breaches.withdrawnAt)
        : ofState,
    severities.length === 0 ? undefined : inArray(breaches.severity, severities),
    kinds.length === 0 ? undefined : inArray(breaches.kind, kinds),
    filters.vendor.length === 0 ? undefined : inArray(vendors.code, filters.vendor),
    filters.kpi.length === 0 ? undefined : inArray(kpis.code, filters.kpi),
    spans.length === 0
      ? undefined
      : or(...spans.map(({ first, last }) => sql`${breaches.period} between ${first} and ${last}`)),
    wanted.length === 0 ? undefined : or(...wanted.map((one) => waiting(one, today))),
    named(search),
  );
}

function named(search: string): SQL | undefined {
  const measure = [kpis.code, kpis.nameEn, kpis.nameZh];
  return holdsText(search, vendors.name, vendors.code, ...measure, contracts.number);
}

function breachOrder({ sort, dir }: BreachListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const rest = [desc(breaches.period), asc(breaches.id)];
  switch (sort) {
    case 'period':
      return [by(breaches.period), desc(severityRank), asc(breaches.id)];
    case 'vendor':
      return [by(vendors.name), ...rest];
    case 'kpi':
      return [by(kpis.code), ...rest];
    case 'severity':
      return [by(severityRank), ...rest];
    case 'run':
      return [by(evaluations.run), ...rest];
    case 'credit':
      return [by(evaluations.issuedMinor), ...rest];
    case 'due':
      return [sql`${by(cases.dueOn)} nulls last`, ...rest];
  }
}

const severityRank = sql`case ${breaches.severity} when 'minor' then 1 when 'serious' then 2 else 3 end`;
