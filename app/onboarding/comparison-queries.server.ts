import { and, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { rounded } from '~/shared/fraction';
import {
  scorecardVersions,
  scoringAnswers,
  scoringAssessors,
  scorings,
  settlements,
} from '~db/schema/onboarding';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { opinionsOf, workOut } from './arithmetic';
import type { Compared } from './comparison';
import { exactText } from './exact-text';
import type { Scorecard } from './scorecard';
import { scoringsWithin } from './scoring-queries.server';

const PLACES = 12;

/** Concluded assessments worked out by dimension, in the order in which they were asked for. */
export async function comparedScorings(
  reader: Reader,
  scope: Scope,
  ids: readonly number[],
): Promise<Compared[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .select({
      id: scorings.id,
      vendor: vendors.name,
      total: scorings.total,
      scorecardId: scorecardVersions.scorecardId,
      document: scorecardVersions.document,
    })
    .from(scorings)
    .innerJoin(vendors, eq(vendors.id, scorings.vendorId))
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, scorings.versionId))
    .where(
      and(inArray(scorings.id, [...ids]), eq(scorings.state, 'concluded'), scoringsWithin(scope)),
    );
  const found = rows.map(({ id }) => id);
  if (found.length === 0) return [];
  const opinions = await opinionsAbout(reader, found);
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    return row ? [comparedOf(row, opinions)] : [];
  });
}

/** What was answered and settled; concluded, every assessor has handed in, and nothing is blind any more. */
async function opinionsAbout(reader: Reader, found: number[]) {
  const answers = await reader
    .select({
      scoringId: scoringAssessors.scoringId,
      criterion: scoringAnswers.criterion,
      points: scoringAnswers.points,
    })
    .from(scoringAnswers)
    .innerJoin(scoringAssessors, eq(scoringAssessors.id, scoringAnswers.assessorId))
    .where(inArray(scoringAssessors.scoringId, found));
  const settled = await reader
    .select({
      scoringId: settlements.scoringId,
      criterion: settlements.criterion,
      points: settlements.points,
    })
    .from(settlements)
    .where(inArray(settlements.scoringId, found));
  return { answers, settled };
}

type Opinions = Awaited<ReturnType<typeof opinionsAbout>>;
type Concluded = {
  id: number;
  vendor: string;
  scorecardId: number;
  total: string | null;
  document: Scorecard;
};

/** An assessment worked out by dimension. */
function comparedOf(row: Concluded, { answers, settled }: Opinions): Compared {
  const { id, document, vendor, scorecardId, total } = row;
  const own = <Each extends { scoringId: number }>(list: readonly Each[]) =>
    list.filter(({ scoringId }) => scoringId === id);
  const { dimensions } = workOut(document, opinionsOf(document, own(answers), own(settled)));
  return {
    id,
    vendor,
    scorecardId,
    total: total ?? '0',
    dimensions: dimensions.map(({ dimension, score }) => ({
      key: dimension.key,
      name: dimension.name,
      score: score && exactText(rounded(score, PLACES)),
    })),
  };
}
