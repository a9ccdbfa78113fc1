import { nameFor } from '~/shared/named';
import type { MarketTree } from '~/vendors/market-tree';
import type { SlaTerm } from './sla-term';
import {
  effectiveTerms,
  overriddenTerms,
  standardPath,
  termCourse,
  type CoursePart,
  type Standard,
} from './standard';

type Market = { id: number; nameEn: string; nameZh: string };
type Measured = { id: number; kpiEn: string; kpiZh: string; unit: string; market: string | null };

export type StandardTermOnPage = {
  id: number;
  name: string;
  unit: string;
  said: SlaTerm;
  heldAt: string;
  isOverride: boolean;
  /** What the market above says, where this one overrides it. */
  inherited: { said: SlaTerm; heldAt: string } | null;
  /** What it will say, where a change is coming. */
  next: CoursePart<SlaTerm> | null;
};

type Reading = {
  markets: readonly Market[];
  tree: MarketTree;
  marketId: number;
  today: string;
  locale: 'en' | 'zh-CN';
};

/** What a standard says in a market as a page shows it: today, or from when it first says something. */
export function standardOnPage(
  standard: Standard<SlaTerm> & { terms: readonly Measured[] },
  { markets, tree, marketId, today, locale }: Reading,
): StandardTermOnPage[] {
  const nameOf = (id: number) => {
    const market = markets.find((one) => one.id === id);
    return market ? nameFor(market, locale) : '';
  };
  return standard.terms.flatMap((term) => {
    const [now, next] = termCourse(standard, tree, { termId: term.id, marketId }, today);
    const held = effectiveTerms(standard, tree, marketId, now?.from ?? today).find(
      ({ termId }) => termId === term.id,
    );
    if (!now || now.said === null || !held) return [];
    const name = nameFor({ nameEn: term.kpiEn, nameZh: term.kpiZh }, locale);
    const isOverride = held.text.marketId === marketId && marketId !== standard.marketId;
    return [
      {
        id: term.id,
        name: term.market === null ? name : `${name} · ${term.market}`,
        unit: term.unit,
        said: now.said,
        heldAt: nameOf(held.text.marketId),
        isOverride,
        inherited:
          held.inherited?.said == null
            ? null
            : { said: held.inherited.said, heldAt: nameOf(held.inherited.marketId) },
        next: next ?? (now.from > today ? now : null),
      },
    ];
  });
}

/** The markets that override a standard, with how much of the share each has used up. */
export function overridingMarkets(
  standard: Standard<SlaTerm>,
  markets: readonly Market[],
  tree: MarketTree,
  today: string,
): { id: number; used: number }[] {
  const named = new Set(standard.texts.map(({ marketId }) => marketId));
  return markets
    .filter(({ id }) => named.has(id) && standardPath(tree, standard.marketId, id).length > 1)
    .map(({ id }) => ({ id, used: overriddenTerms(standard, tree, id, today).length }))
    .filter(({ used }) => used > 0);
}
