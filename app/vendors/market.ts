import { done, refused, type Outcome } from '~/shared/outcome';

/** The tree's levels, from the whole world to a city. */
export const marketLevels = ['global', 'region', 'country', 'city'] as const;
export type MarketLevel = (typeof marketLevels)[number];

/** The code of the root that files and the command line hang new markets under. */
export const ROOT_MARKET = 'GLOBAL';

/**
 * Whether a market of a level may hang there: a global one is a root, every other lies within one of a higher level.
 * Levels may be left out: a city may lie straight in a region. Refusals: `market_needs_parent`, `market_root_has_parent`,
 * `market_level_order`.
 */
export function checkPlace(level: MarketLevel, parentLevel: MarketLevel | null): Outcome {
  if (parentLevel === null)
    return level === 'global' ? done() : refused('market_needs_parent', {}, 'parent');
  if (level === 'global') return refused('market_root_has_parent', {}, 'parent');
  return marketLevels.indexOf(parentLevel) < marketLevels.indexOf(level)
    ? done()
    : refused('market_level_order', {}, 'parent');
}
