import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinGrants, withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { people } from '~db/schema/auth';
import {
  scorecardVersions,
  scoringAnswers,
  scoringAssessors,
  scoringRemarks,
  scorings,
  settlements,
} from '~db/schema/onboarding';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { assessmentResults } from './assessment';
import { scoringCauses, scoringStates } from './scoring';

type Sort = 'due' | 'vendor' | 'opened' | 'total';
type Filter = 'state' | 'result' | 'cause' | 'vendor' | 'mine';
export type ScoringListQuery = ListQuery<Sort, Filter>;

/** What the list of assessments may be asked for; `mine` are those that wait for the reader's scores. */
export const scoringListSpec: ListSpec<Sort, Filter> = {
  sorts: ['due', 'vendor', 'opened', 'total'],
  defaultSort: '-opened',
  filters: {
    state: scoringStates,
    result: assessmentResults,
    cause: scoringCauses,
    vendor: 'any',
    mine: ['open'],
  },
};

/** A vendor sees what was released to it, an outside assessor what was given to them, all others what is within reach. */
export function scoringsWithin(scope: Scope): SQL | undefined {
  switch (scope.kind) {
    case 'everything':
      return undefined;
    case 'vendor':
      return and(withinScope(scope, scorings.vendorId), isNotNull(scorings.releasedAt));
    case 'reach':
    case 'grants':
      return withinGrants(scope, 'assessment', scorings.id, scorings.vendorId);
  }
}

const ofAssessors = (condition: SQL) =>
  sql<number>`(select count(*) from scoring_assessors a where a.scoring_id = ${scorings.id} and ${condition})`;

const listColumns = {
  id: scorings.id,
  vendorId: scorings.vendorId,
  vendor: vendors.name,
  vendorCode: vendors.code,
  document: scorecardVersions.document,
  version: scorecardVersions.version,
  cause: scorings.cause,
  state: scorings.state,
  dueOn: scorings.dueOn,
  openedAt: scorings.openedAt,
  total: scorings.total,
  result: scorings.result,
  releasedAt: scorings.releasedAt,
  demonstration: scorings.demonstration,
  assessors: ofAssessors(sql`1 = 1`).mapWith(Number),
  handedIn: ofAssessors(sql`a.submitted_at is not null`).mapWith(Number),
};

function selectScorings(reader: Reader) {
  return reader
    .select(listColumns)
    .from(scorings)
    .innerJoin(vendors, eq(vendors.id, scorings.vendorId))
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, scorings.versionId));
}

/** A page of the assessments. */
export async function listScorings(
  reader: Reader,
  scope: Scope,
  query: ScoringListQuery,
  personId: number,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return selectScorings(reader)
    .where(listed(scope, query, personId))
    .orderBy(...orderOf(query))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countScorings(
  reader: Reader,
  scope: Scope,
  query: ScoringListQuery,
  personId: number,
): Promise<number> {
  const [row] = await reader
    .select({ count: count().mapWith(Number) })
    .from(scorings)
    .innerJoin(vendors, eq(vendors.id, scorings.vendorId))
    .where(listed(scope, query, personId));
  return row?.count ?? 0;
}

/** The assessments of a vendor, the latest first. */
export async function scoringsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return selectScorings(reader)
    .where(and(eq(scorings.vendorId, vendorId), scoringsWithin(scope)))
    .orderBy(desc(scorings.openedAt), desc(scorings.id))
    .limit(50);
}

/** One assessment with its vendor and the template it is made with. */
export async function findScoring(reader: Reader, scope: Scope, scoringId: number) {
  const [row] = await reader
    .select({
      scoring: scorings,
      vendor: { id: vendors.id, name: vendors.name, tier: vendors.tier, status: vendors.status },
      version: scorecardVersions.version,
      scorecardId: scorecardVersions.scorecardId,
      document: scorecardVersions.document,
    })
    .from(scorings)
    .innerJoin(vendors, eq(vendors.id, scorings.vendorId))
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, scorings.versionId))
    .where(and(eq(scorings.id, scoringId), scoringsWithin(scope)));
  return row ?? null;
}
export type FoundScoring = NonNullable<Awaited<ReturnType<typeof findScoring>>>;

/** Who scores, and who has handed in. */
export async function assessorsOf(reader: Reader, scoringId: number) {
  return reader
    .select({
      id: scoringAssessors.id,
      personId: scoringAssessors.personId,
      name: people.name,
      dueOn: scoringAssessors.dueOn,
      submittedAt: scoringAssessors.submittedAt,
    })
    .from(scoringAssessors)
    .innerJoin(people, eq(people.id, scoringAssessors.personId))
    .where(eq(scoringAssessors.scoringId, scoringId))
    .orderBy(asc(people.name), asc(scoringAssessors.id));
}

/**
 * The scores that somebody may see: all of them once every assessor has handed in, until then the own alone. Nobody reads
 * more, whatever a page shows; `null` reads as a person without scores of their own.
 */
export async function answersSeenBy(reader: Reader, scoringId: number, personId: number | null) {
  const allIn = sql`not exists (select 1 from scoring_assessors open_one
    where open_one.scoring_id = ${scoringId} and open_one.submitted_at is null)`;
  const own = personId === null ? sql`1 = 0` : eq(scoringAssessors.personId, personId);
  return reader
    .select({
      assessorId: scoringAnswers.assessorId,
      personId: scoringAssessors.personId,
      name: people.name,
      criterion: scoringAnswers.criterion,
      points: scoringAnswers.points,
      note: scoringAnswers.note,
    })
    .from(scoringAnswers)
    .innerJoin(scoringAssessors, eq(scoringAssessors.id, scoringAnswers.assessorId))
    .innerJoin(people, eq(people.id, scoringAssessors.personId))
    .where(and(eq(scoringAssessors.scoringId, scoringId), sql`(${own} or ${allIn})`))
    .orderBy(asc(people.name), asc(scoringAnswers.id));
}

export async function settlementsOf(reader: Reader, scoringId: number) {
  return reader
    .select({
      criterion: settlements.criterion,
      points: settlements.points,
      reason: settlements.reason,
      settledAt: settlements.settledAt,
      settledBy: settlements.settledBy,
      name: people.name,
    })
    .from(settlements)
    .leftJoin(people, eq(people.id, settlements.settledBy))
    .where(eq(settlements.scoringId, scoringId))
    .orderBy(asc(settlements.settledAt), asc(settlements.id));
}

export async function remarksOf(reader: Reader, scoringId: number) {
  return reader
    .select({ remark: scoringRemarks, name: people.name })
    .from(scoringRemarks)
    .leftJoin(people, eq(people.id, scoringRemarks.personId))
    .where(eq(scoringRemarks.scoringId, scoringId))
    .orderBy(asc(scoringRemarks.at), asc(scoringRemarks.id));
}

function listed(
  scope: Scope,
  { search, filters }: ScoringListQuery,
  personId: number,
): SQL | undefined {
  const states = scoringStates.filter((state) => filters.state.includes(state));
  const results = assessmentResults.filter((result) => filters.result.includes(result));
  const causes = scoringCauses.filter((cause) => filters.cause.includes(cause));
  const waiting = sql`exists (select 1 from scoring_assessors own where own.scoring_id = ${scorings.id}
    and own.person_id = ${personId} and own.submitted_at is null)`;
  return and(
    scoringsWithin(scope),
    holdsText(search, vendors.name),
    states.length > 0 ? inArray(scorings.state, states) : undefined,
    results.length > 0 ? inArray(scorings.result, results) : undefined,
    causes.length > 0 ? inArray(scorings.cause, causes) : undefined,
    filters.vendor.length > 0 ? inArray(vendors.code, filters.vendor) : undefined,
    filters.mine.length > 0 ? waiting : undefined,
  );
}

function orderOf({ sort, dir }: ScoringListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const last = [desc(scorings.openedAt), asc(scorings.id)];
  switch (sort) {
    case 'due':
      return [by(scorings.dueOn), ...last];
    case 'vendor':
      return [by(vendors.name), ...last];
    case 'opened':
      return [by(scorings.openedAt), asc(scorings.id)];
    case 'total':
      return [sql`${by(sql`cast(${scorings.total} as real)`)} nulls last`, ...last];
  }
}

/** Assessments whose scores wait for a person. */
export async function scoresOwedBy(reader: Reader, personId: number) {
  return reader
    .select({ id: scorings.id, vendor: vendors.name, dueOn: scoringAssessors.dueOn })
    .from(scoringAssessors)
    .innerJoin(scorings, eq(scorings.id, scoringAssessors.scoringId))
    .innerJoin(vendors, eq(vendors.id, scorings.vendorId))
    .where(and(eq(scoringAssessors.personId, personId), isNull(scoringAssessors.submittedAt)))
    .orderBy(asc(scoringAssessors.dueOn), asc(scorings.id))
    .limit(200);
}
