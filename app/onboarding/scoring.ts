import { addMonths } from '~/shared/calendar';
import { reasonText } from '~/shared/reason-text';
import { tierTable, type Tier } from '~/vendors/tier';
import type { Scorecard } from './scorecard';
import { isOnScale, criteriaOf } from './scorecard';
import { done, refusedFields, type Outcome } from '~/shared/outcome';
import { plainText } from '~/shared/typed-number';

/** Why a vendor is assessed. */
export const scoringCauses = [
  'admission',
  'rhythm',
  'incident',
  'certificate',
  'on_demand',
] as const;

/** Assessors score on their own; what differs is settled; then there is a result. */
export const scoringStates = ['scoring', 'settling', 'concluded'] as const;
export type ScoringState = (typeof scoringStates)[number];

export const remarkKinds = ['comment', 'appeal'] as const;
export const rulings = ['upheld', 'rejected'] as const;
/** Months for which a result speaks where the vendor has no tier yet. */
const USUAL_MONTHS = 12;

/** The last day on which a result speaks for the vendor: as long as its tier goes between assessments. */
export function validUntil(concludedOn: string, tier: Tier | null): string {
  const months = tier === null ? USUAL_MONTHS : tierTable[tier].assessEveryMonths;
  return addMonths(concludedOn, months ?? USUAL_MONTHS);
}

/** What an assessor gave for one criterion; without points it is left unanswered. */
export type Score = { criterion: string; points: string | null; note: string | null };

/** An assessor's form, a field for each criterion; points off their scale are named by criterion (`points_off_scale`). */
export function readScores(
  card: Scorecard,
  values: Readonly<Record<string, unknown>>,
): Outcome<Score[]> {
  const typed = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const long = criteriaOf(card).flatMap(({ key }) =>
    [`note.${key}`, `points.${key}`].flatMap((field) => {
      const said = reasonText(typed(field), { field, missing: null });
      return said.ok ? [] : [said.reason];
    }),
  );
  if (long.length > 0) return refusedFields(long);
  const text = (name: string) => typed(name).normalize('NFKC').trim();
  const scores = criteriaOf(card).map(({ key }) => {
    const points = plainText(text(`points.${key}`));
    const note = typed(`note.${key}`).trim();
    return { criterion: key, points: points === '' ? null : points, note: note || null };
  });
  const wrong = criteriaOf(card).filter(({ key }, index) => {
    const points = scores[index]?.points ?? null;
    const criterion = criteriaOf(card).find((each) => each.key === key);
    return points !== null && criterion !== undefined && !isOnScale(criterion, points);
  });
  if (wrong.length > 0)
    return refusedFields(
      wrong.map(({ key }) => ({ code: 'points_off_scale', field: `points.${key}` })),
    );
  return done(scores);
}
