import { canonical } from '~/audit/entry';
import { rounded, type Fraction } from '~/shared/fraction';
import type { Reader } from '~db/store.server';
import { exactText } from './exact-text';
import { worked } from './load-scoring.server';
import { assessorsOf, type FoundScoring } from './scoring-queries.server';

const PLACES = 12;
const text = (value: Fraction | null) =>
  value === null ? null : exactText(rounded(value, PLACES));

/** Everything an assessment rests on, as a document: its template's text, scores, settlements and each step to the total. */
export async function scoringDocument(
  reader: Reader,
  found: FoundScoring,
  personId: number | null,
) {
  const { scoring, vendor, version, document } = found;
  const { answers, settled, result } = await worked(reader, found, personId);
  const assessors = await assessorsOf(reader, scoring.id);
  return {
    vendor: vendor.name,
    cause: scoring.cause,
    state: scoring.state,
    openedAt: scoring.openedAt,
    concludedAt: scoring.concludedAt,
    template: { version, document },
    assessors: assessors.map(({ name, dueOn, submittedAt }) => ({ name, dueOn, submittedAt })),
    scores: answers.map(({ name, criterion, points, note }) => ({
      assessor: name,
      criterion,
      points,
      note,
    })),
    settlements: settled.map(({ criterion, points, reason, name }) => ({
      criterion,
      points,
      reason,
      by: name,
    })),
    dimensions: result.dimensions.map(({ dimension, score, formula, criteria }) => ({
      key: dimension.key,
      weight: dimension.weight,
      score: text(score),
      formula,
      criteria: criteria.map((line) => ({
        key: line.criterion.key,
        weight: line.criterion.weight,
        points: text(line.points),
        score: text(line.score),
        formula: line.formula,
      })),
    })),
    total: text(result.total),
    formula: result.formula,
    answered: text(result.answered),
    result: scoring.result ?? result.result,
    causes: result.causes,
  };
}

/** The document as text: keys in order, so that the same assessment has the same bytes for ever and on every engine. */
export async function scoringJson(
  reader: Reader,
  found: FoundScoring,
  personId: number | null,
): Promise<string> {
  return canonical(await scoringDocument(reader, found, personId));
}
