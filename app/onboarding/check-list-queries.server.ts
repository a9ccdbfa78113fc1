import { and, asc, desc, eq, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { tierChecks, tiers } from '~/vendors/tier';
import { vendorStatuses } from '~/vendors/vendor';
import { people } from '~db/schema/auth';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { checksWithin } from './check-queries.server';
import { checkStates, missingStates } from './due-diligence';

type Sort = 'vendor' | 'expires' | 'opened';
type Filter = 'show' | 'kind' | 'state' | 'status' | 'tier' | 'reviewer';
export type CheckListQuery = ListQuery<Sort, Filter>;

/** What the table of checks may be asked for; without a question it shows what is missing. */
export const checkListSpec: ListSpec<Sort, Filter> = {
  sorts: ['vendor', 'expires', 'opened'],
  defaultSort: 'vendor',
  filters: {
    show: ['all'],
    kind: tierChecks,
    state: checkStates,
    status: vendorStatuses,
    tier: tiers,
    reviewer: ['me'],
  },
};

type Asked = { query: CheckListQuery; personId: number };

/** A page of the checks across vendors. */
export async function listChecks(
  reader: Reader,
  scope: Scope,
  asked: Asked,
  window: { offset: number; limit: number } = pageWindow(asked.query),
) {
  return reader
    .select({
      id: dueDiligenceChecks.id,
      kind: dueDiligenceChecks.kind,
      state: dueDiligenceChecks.state,
      finding: dueDiligenceChecks.finding,
      reviewedOn: dueDiligenceChecks.reviewedOn,
      expiresOn: dueDiligenceChecks.expiresOn,
      openedAt: dueDiligenceChecks.openedAt,
      reviewer: people.name,
      vendorCode: vendors.code,
      vendorName: vendors.name,
      vendorStatus: vendors.status,
      tier: vendors.tier,
    })
    .from(dueDiligenceChecks)
    .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
    .leftJoin(people, eq(people.id, dueDiligenceChecks.reviewerId))
    .where(checkCondition(scope, asked))
    .orderBy(...checkOrderBy(asked.query))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countChecks(reader: Reader, scope: Scope, asked: Asked): Promise<number> {
  const [row] = await reader
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(dueDiligenceChecks)
    .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
    .where(checkCondition(scope, asked));
  return row?.count ?? 0;
}

/** How many checks stand in each state, for the head of the table. */
export async function checkFigures(reader: Reader, scope: Scope) {
  const rows = await reader
    .select({ state: dueDiligenceChecks.state, count: sql<number>`count(*)`.mapWith(Number) })
    .from(dueDiligenceChecks)
    .where(checksWithin(scope))
    .groupBy(dueDiligenceChecks.state);
  const of = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return {
    missing: of(...missingStates),
    waiting: of('awaiting_sign_off'),
    failed: of('failed'),
    expired: of('expired'),
  };
}

function checkCondition(scope: Scope, { query, personId }: Asked): SQL | undefined {
  const { filters, search } = query;
  const states = checkStates.filter((state) => filters.state.includes(state));
  const kinds = tierChecks.filter((kind) => filters.kind.includes(kind));
  const statuses = vendorStatuses.filter((status) => filters.status.includes(status));
  const wantedTiers = tiers.filter((tier) => filters.tier.includes(tier));
  // Somebody outside sees all that was given, also what was handed in.
  const asksAll = filters.show.includes('all') || scope.kind === 'grants';
  const wanted = states.length > 0 || asksAll ? states : [...missingStates];
  return and(
    checksWithin(scope),
    wanted.length > 0 ? inArray(dueDiligenceChecks.state, wanted) : undefined,
    kinds.length > 0 ? inArray(dueDiligenceChecks.kind, kinds) : undefined,
    statuses.length > 0 ? inArray(vendors.status, statuses) : undefined,
    wantedTiers.length > 0 ? inArray(vendors.tier, wantedTiers) : undefined,
    filters.reviewer.includes('me') ? eq(dueDiligenceChecks.reviewerId, personId) : undefined,
    holdsText(search, sql`${vendors.name} || ' ' || ${vendors.code}`),
  );
}

const order = { asc, desc };

function checkOrderBy({ sort, dir }: CheckListQuery): SQL[] {
  const by = order[dir];
  const kind = asc(dueDiligenceChecks.kind);
  switch (sort) {
    case 'vendor':
      return [by(vendors.name), asc(vendors.id), kind];
    case 'expires':
      return [sql`${by(dueDiligenceChecks.expiresOn)} nulls last`, asc(vendors.name), kind];
    case 'opened':
      return [by(dueDiligenceChecks.openedAt), asc(vendors.name), kind];
  }
}

/** Results that ran out before a day, for the job that marks them. */
export async function checksRunOut(reader: Reader, today: string) {
  return reader
    .select()
    .from(dueDiligenceChecks)
    .where(
      and(
        inArray(dueDiligenceChecks.state, ['passed', 'not_applicable']),
        lte(dueDiligenceChecks.expiresOn, today),
        sql`${dueDiligenceChecks.expiresOn} < ${today}`,
      ),
    );
}
