import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { scorecards, scorecardVersions, scorings } from '~db/schema/onboarding';
import type { Reader } from '~db/store.server';

const MOST = 500;

const version = {
  id: scorecardVersions.id,
  scorecardId: scorecardVersions.scorecardId,
  code: scorecards.code,
  version: scorecardVersions.version,
  state: scorecardVersions.state,
  document: scorecardVersions.document,
  createdAt: scorecardVersions.createdAt,
  publishedAt: scorecardVersions.publishedAt,
};

const uses = sql<number>`(select count(*) from scorings where ${scorings.versionId} = ${scorecardVersions.id})`;

/** The templates in every version, the latest first, each with how many assessments were made with it. */
export async function listScorecards(reader: Reader) {
  return reader
    .select({ ...version, uses: uses.mapWith(Number) })
    .from(scorecardVersions)
    .innerJoin(scorecards, eq(scorecards.id, scorecardVersions.scorecardId))
    .orderBy(asc(scorecards.code), desc(scorecardVersions.version))
    .limit(MOST);
}

/** One version of a template. */
export async function findScorecardVersion(reader: Reader, versionId: number) {
  const [row] = await reader
    .select(version)
    .from(scorecardVersions)
    .innerJoin(scorecards, eq(scorecards.id, scorecardVersions.scorecardId))
    .where(eq(scorecardVersions.id, versionId));
  return row ?? null;
}

/** The published versions that an assessment can be made with: the latest of each template. */
export async function usableScorecards(reader: Reader) {
  const newest = sql`(select max(v.version) from scorecard_versions v
    where v.scorecard_id = ${scorecardVersions.scorecardId} and v.state = 'published')`;
  return reader
    .select(version)
    .from(scorecardVersions)
    .innerJoin(scorecards, eq(scorecards.id, scorecardVersions.scorecardId))
    .where(and(eq(scorecardVersions.state, 'published'), eq(scorecardVersions.version, newest)))
    .orderBy(asc(scorecards.code));
}
