import { z } from 'zod';
import { Decimal } from '~/shared/decimal';
import { optionalText, requiredCode, requiredId, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { ancestors, contains, type MarketTree } from '~/vendors/market-tree';

export const standardFields = z.object({
  code: requiredCode(),
  nameEn: requiredText(120),
  nameZh: requiredText(120),
  market: requiredId(),
  source: optionalText(500),
  licence: optionalText(200),
});

/**
 * What a term of a standard says at a market from a day on. Without a term a market within inherits again; at the market
 * where the standard is held the term is retired, and with it for all that inherit it.
 */
export type StandardText<Said> = {
  id: number;
  termId: number;
  marketId: number;
  version: number;
  effectiveFrom: string;
  said: Said | null;
};

/** A standard as the rules read it: where it is held, its terms in order, and all that was ever said of them. */
export type Standard<Said> = {
  marketId: number;
  termIds: readonly number[];
  texts: readonly StandardText<Said>[];
};

/** A term of a standard as it holds in a market on a day: what it says, where that is held, and what it overrides. */
export type EffectiveTerm<Said> = {
  termId: number;
  text: StandardText<Said>;
  /** What the markets above say, where this one says something else. */
  inherited: StandardText<Said> | null;
};

/**
 * How many terms of a standard markets within it may override: the share of the number of its terms, those retired left
 * out, rounded down, so
 * that 20 % of 4 terms is none, of 5 and of 9 one, of 10 two. Terms beyond that are fixed.
 */
export function allowedOverrides(terms: number, sharePercent: number): number {
  return new Decimal(terms).times(sharePercent).div(100).floor().toNumber();
}

/** The markets from one up to where the standard is held, nearest first; empty where it does not reach. */
export function standardPath(tree: MarketTree, homeId: number, marketId: number): number[] {
  const up = [marketId, ...ancestors(tree, marketId)];
  const end = up.indexOf(homeId);
  return end < 0 ? [] : up.slice(0, end + 1);
}

/** What a standard says in a market on a day, term by term; those that begin later are left out. */
export function effectiveTerms<Said>(
  standard: Standard<Said>,
  tree: MarketTree,
  marketId: number,
  day: string,
): EffectiveTerm<Said>[] {
  const path = standardPath(tree, standard.marketId, marketId);
  return standard.termIds.flatMap((termId) => {
    const said = path.flatMap((market) => {
      const text = textOn(standard.texts, termId, market, day);
      return text?.said == null ? [] : [text];
    });
    const [text, above] = said;
    return text ? [{ termId, text, inherited: above ?? null }] : [];
  });
}

/** The text of a term at one market on a day: of those begun the one made last for the latest day. */
function textOn<Said>(
  texts: readonly StandardText<Said>[],
  termId: number,
  marketId: number,
  day: string,
): StandardText<Said> | null {
  const begun = standing(texts, termId, marketId).filter((text) => text.effectiveFrom <= day);
  return begun.reduce<StandardText<Said> | null>(
    (latest, text) =>
      latest === null || text.effectiveFrom > latest.effectiveFrom ? text : latest,
    null,
  );
}

/** The texts of a term at a market that no later one overtook: from its day on the one made last alone holds. */
function standing<Said>(
  texts: readonly StandardText<Said>[],
  termId: number,
  marketId: number,
): StandardText<Said>[] {
  const here = texts.filter((text) => text.termId === termId && text.marketId === marketId);
  return here.filter(
    (text) =>
      !here.some(
        (other) => other.version > text.version && other.effectiveFrom <= text.effectiveFrom,
      ),
  );
}

/** A part of a term's course: what it says from a day on, null where it is retired. */
export type CoursePart<Said> = { from: string; said: Said | null };

/** What a term says in a market from a day on: on that day, and whenever it changes or is retired after. */
export function termCourse<Said>(
  standard: Standard<Said>,
  tree: MarketTree,
  place: { termId: number; marketId: number },
  from: string,
): CoursePart<Said>[] {
  const path = standardPath(tree, standard.marketId, place.marketId);
  const days = path
    .flatMap((market) => standing(standard.texts, place.termId, market))
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((day) => day > from);
  const course: (CoursePart<Said> & { id: number | null })[] = [];
  for (const day of [...new Set([from, ...days])].sort()) {
    const now = effectiveTerms(standard, tree, place.marketId, day).find(
      ({ termId }) => termId === place.termId,
    );
    const said = now?.text.said ?? null;
    if (said === null && !isRetired(standard, place.termId, day)) continue;
    const id = said === null ? null : (now?.text.id ?? null);
    if (course.length === 0 || course.at(-1)?.id !== id) course.push({ from: day, said, id });
  }
  return course.map(({ from: day, said }) => ({ from: day, said }));
}

/** Whether a term is retired on a day: the market where the standard is held says it no longer. */
function isRetired<Said>(standard: Standard<Said>, termId: number, day: string): boolean {
  const text = textOn(standard.texts, termId, standard.marketId, day);
  return text !== null && text.said === null;
}

/** The terms that a market or one above it overrides on a day or later, the standard's own market left out. */
export function overriddenTerms<Said>(
  standard: Standard<Said>,
  tree: MarketTree,
  marketId: number,
  from: string,
): number[] {
  const path = standardPath(tree, standard.marketId, marketId).slice(0, -1);
  return standard.termIds.filter((termId) =>
    path.some(
      (market) =>
        textOn(standard.texts, termId, market, from)?.said != null ||
        standing(standard.texts, termId, market).some(
          (text) => text.effectiveFrom > from && text.said !== null,
        ),
    ),
  );
}

/**
 * Whether a market may override a term from a day on. What it and the markets above it override already counts, each
 * term once; and so does what markets within it override. Refusals: `market_outside_standard`, `override_above_share`
 * with how many are allowed.
 */
export function checkOverride<Said>(
  standard: Standard<Said>,
  tree: MarketTree,
  wanted: { termId: number; marketId: number; from: string },
  sharePercent: number,
): Outcome {
  const { termId, marketId, from } = wanted;
  if (standardPath(tree, standard.marketId, marketId).length < 2)
    return refused('market_outside_standard', {}, 'market');
  const terms = standard.termIds.filter((id) => !isRetired(standard, id, from)).length;
  const allowed = allowedOverrides(terms, sharePercent);
  const touched = [...new Set([marketId, ...standard.texts.map((text) => text.marketId)])].filter(
    (market) => contains(tree, marketId, market),
  );
  const most = Math.max(
    ...touched.map(
      (market) => new Set([termId, ...overriddenTerms(standard, tree, market, from)]).size,
    ),
  );
  return most <= allowed
    ? done()
    : refused('override_above_share', {
        allowed,
        terms,
        share: sharePercent,
      });
}
