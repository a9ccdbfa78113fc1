import { done, refused, type Outcome } from '~/shared/outcome';

/** A place of the market tree: global → region → country → city. The root has no parent. */
export type MarketNode = { id: number; parentId: number | null };

/** The tree as parents by id, built once and passed to the rules below. */
export type MarketTree = ReadonlyMap<number, number | null>;

export function marketTree(nodes: readonly MarketNode[]): MarketTree {
  return new Map(nodes.map((node) => [node.id, node.parentId]));
}

/** The markets that contain this one, nearest first; unknown markets have none. */
export function ancestors(tree: MarketTree, marketId: number): number[] {
  const found: number[] = [];
  let parent = tree.get(marketId);
  while (parent != null && !found.includes(parent)) {
    found.push(parent);
    parent = tree.get(parent);
  }
  return found;
}

/** True when the second market is the first or lies within it. */
export function contains(tree: MarketTree, outer: number, inner: number): boolean {
  return outer === inner || ancestors(tree, inner).includes(outer);
}

/** The market and everything within it, in the order in which the tree lists them. */
export function subtree(tree: MarketTree, marketId: number): number[] {
  return [...tree.keys()].filter((id) => contains(tree, marketId, id));
}

/** The path of ids from the root to the market, `/1/7/`: what subtree queries compare. */
export function marketPath(tree: MarketTree, marketId: number): string {
  return `/${[...ancestors(tree, marketId)].reverse().concat(marketId).join('/')}/`;
}

/**
 * Hangs a market under another parent (null makes it a root): the new tree, or a refusal when either is unknown
 * (`market_unknown`) or the parent lies within the market itself (`market_cycle`).
 */
export function moveMarket(
  tree: MarketTree,
  marketId: number,
  parentId: number | null,
): Outcome<MarketTree> {
  if (!tree.has(marketId)) return refused('market_unknown', { market: marketId }, 'market');
  if (parentId !== null && !tree.has(parentId))
    return refused('market_unknown', { market: parentId }, 'parent');
  if (parentId !== null && contains(tree, marketId, parentId))
    return refused('market_cycle', { market: marketId, parent: parentId }, 'parent');
  return done(new Map(tree).set(marketId, parentId));
}
