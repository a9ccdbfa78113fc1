import type { Visit } from '~/auth/require-person.server';
import { criteriaOf } from '~/onboarding/scorecard';
import { exactText } from '~/onboarding/exact-text';
import { worked } from '~/onboarding/load-scoring.server';
import { participantsOf } from '~/onboarding/participant-queries.server';
import { assessorsOf, remarksOf, type FoundScoring } from '~/onboarding/scoring-queries.server';
import { compare, fraction, rounded, type Fraction } from '~/shared/fraction';

const SHOWN_PLACES = 2;

/** A value as the page shows it: exact, and rounded beside it where it is no short decimal. */
function shown(value: Fraction | null): { exact: string; about: string | null } | null {
  if (value === null) return null;
  const exact = exactText(value);
  const about = exactText(rounded(value, SHOWN_PLACES));
  return { exact, about: exact === about ? null : about };
}

/** Everything that the page of an assessment tells; a vendor reads the arithmetic, and nothing of who gave which score. */
export async function loadScoringPage(visit: Visit, found: FoundScoring) {
  const { reader, person, can } = visit;
  const { scoring, vendor, version, document } = found;
  const isOwn = person.role === 'vendor';
  const work = await worked(reader, found, person.id);
  const { open, result } = work;
  const criterionLine = criterionLines(work, { limit: document.differenceLimit, isOwn });
  const assessors = await assessorsOf(reader, scoring.id);
  const isBlind = assessors.some(({ submittedAt }) => submittedAt === null);
  const mine = assessors.find(({ personId }) => personId === person.id);
  const tookPart = (await participantsOf(reader, scoring.id)).includes(person.id);
  return {
    isOwn,
    isBlind,
    scoring: {
      id: scoring.id,
      state: scoring.state,
      cause: scoring.cause,
      dueOn: scoring.dueOn,
      total: scoring.total,
      result: scoring.result,
      concludedAt: scoring.concludedAt,
      isReleased: scoring.releasedAt !== null,
      demonstration: scoring.demonstration,
    },
    // How much we need a vendor is nothing that it is told.
    vendor: { id: vendor.id, name: vendor.name, status: isOwn ? null : vendor.status },
    scorecard: { id: scoring.versionId, name: document.name, version },
    seesScorecard: can('scorecards.read'),
    assessors: isOwn
      ? []
      : assessors.map(({ id, name, dueOn, submittedAt }) => ({ id, name, dueOn, submittedAt })),
    owesScores: mine !== undefined && mine.submittedAt === null,
    may: {
      run: can('assessments.open'),
      decide: can('admissions.decide'),
      answer: can('assessments.answer'),
      rule: can('assessments.open') && !tookPart,
    },
    openDifferences: open.length,
    dimensions: result.dimensions.map(({ dimension, criteria, score, formula }) => ({
      key: dimension.key,
      name: dimension.name,
      weight: dimension.weight,
      score: shown(score),
      formula,
      criteria: criteria.map(criterionLine),
    })),
    total: shown(result.total),
    formula: result.formula,
    answered: exactText(rounded(result.answered, 1)),
    minimumAnswered: document.minimumAnswered,
    // Until it is concluded there is a total to see, and no result.
    outcome: scoring.result,
    band: scoring.result === null ? null : result.band,
    causes: result.causes.map((cause) => ({
      ...cause,
      name:
        'criterion' in cause
          ? (criteriaOf(document).find(({ key }) => key === cause.criterion)?.name ?? null)
          : null,
    })),
    remarks: (await remarksOf(reader, scoring.id)).map(({ remark, name }) => ({ ...remark, name })),
  };
}

export type ScoringPage = Awaited<ReturnType<typeof loadScoringPage>>;

type Work = Awaited<ReturnType<typeof worked>>;
type Line = Work['result']['dimensions'][number]['criteria'][number];

/** A criterion as the page tells it: what it came to, and to us also how far apart its assessors were. */
function criterionLines(
  { answers, settled, opinions }: Work,
  { limit, isOwn }: { limit: string; isOwn: boolean },
) {
  const widest = fraction(limit);
  return (line: Line) => {
    const { spread = null } = opinions.get(line.criterion.key) ?? {};
    const settlement = settled.find(({ criterion }) => criterion === line.criterion.key);
    return {
      key: line.criterion.key,
      name: line.criterion.name,
      weight: line.criterion.weight,
      knockOut: line.criterion.knockOut,
      points: shown(line.points),
      score: shown(line.score),
      formula: line.formula,
      spread: isOwn || spread === null ? null : exactText(rounded(spread, 0)),
      differs: spread !== null && compare(spread, widest) > 0,
      settled: isOwn || !settlement ? null : settlement,
      given: isOwn
        ? []
        : answers
            .filter(({ criterion }) => criterion === line.criterion.key)
            .map(({ name, points, note }) => ({ name, points, note })),
    };
  };
}
