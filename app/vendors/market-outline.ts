type Place = { id: number; parentId: number | null };

/** A place of the outline: how deep it lies and how many places lie within it. */
export type OutlinePlace<Market> = { market: Market; depth: number; within: number };

/**
 * The tree as a list, each market followed by what lies in it, in the order given. Markets whose parent is not among them
 * stand at the top: a reach shows its own part as a whole.
 */
export function outline<Market extends Place>(markets: readonly Market[]): OutlinePlace<Market>[] {
  const known = new Set(markets.map(({ id }) => id));
  const children = new Map<number | null, Market[]>();
  for (const market of markets) {
    const above = market.parentId !== null && known.has(market.parentId) ? market.parentId : null;
    const siblings = children.get(above);
    if (siblings) siblings.push(market);
    else children.set(above, [market]);
  }
  const places: OutlinePlace<Market>[] = [];
  const walk = (parentId: number | null, depth: number): number => {
    let count = 0;
    for (const market of children.get(parentId) ?? []) {
      const place = { market, depth, within: 0 };
      places.push(place);
      place.within = walk(market.id, depth + 1);
      count += 1 + place.within;
    }
    return count;
  };
  walk(null, 0);
  return places;
}
