type Pages = Record<string, { path?: string; parentId?: string } | undefined>;
type Build = { routes: Pages; assets: { routes: Record<string, unknown> } };

/** Where an address lies among the pages: its first part ("vendors") and how many it has. */
export type Place = { area: string; length: number };

/**
 * The pages that an address of an area and a length may lead to, with the layouts that they stand in: what an address is
 * matched to is looked for among all pages several times a page, which is most of what an answer costs where they are
 * hundreds. A page found among these is the page found among all, since no other is written with that first part and
 * that many parts. Pages of the addresses above it, up to the first page, are among them: the browser is told of those
 * with the page, and takes an address for empty whose layout it knows without the page.
 */
export function pagesAt<Whole extends Build>(build: Whole, { area, length }: Place): Whole {
  const kept = new Set<string>();
  for (const id of Object.keys(build.routes)) {
    const parts = partsOf(build.routes, id);
    const first = firstPart(parts);
    const fits = parts.includes('*') || parts.length <= length;
    if (!fits || (first !== null && first !== area)) continue;
    for (const ancestor of lineOf(build.routes, id)) kept.add(ancestor);
  }
  const within = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: within(build.routes),
    assets: { ...build.assets, routes: within(build.assets.routes) },
  };
}

/** The places that pages are written for, by `placeKey`; an address of any other place is looked for among all pages. */
export function placesOf({ routes }: Pick<Build, 'routes'>): Set<string> {
  const places = Object.keys(routes).map((id) => {
    const parts = partsOf(routes, id);
    return placeKey({ area: firstPart(parts) ?? '', length: parts.length });
  });
  return new Set(places);
}

/** The place of an address, of a page or of what a page fetches for itself. */
export function placeOf(path: string): Place {
  const parts = path.split('/').filter((part) => part !== '');
  return { area: (parts[0] ?? '').replace(/\.data$/, ''), length: parts.length };
}

export const placeKey = ({ area, length }: Place): string => `${area}/${length}`;

/** Null for a page whose address begins with nothing of its own: the root, layouts, the first page, "no such page". */
function firstPart(parts: readonly string[]): string | null {
  const [first] = parts;
  return first === undefined || /^[:*]/.test(first) ? null : first;
}

/** The parts of a page's address, those of the layouts that it stands in before its own. */
function partsOf(routes: Pages, id: string): string[] {
  const paths = [...lineOf(routes, id)].map((each) => routes[each]?.path ?? '').reverse();
  return paths
    .join('/')
    .split('/')
    .filter((part) => part !== '');
}

/** A page, the layout that it stands in, that one's, up to the root. */
function* lineOf(routes: Pages, id: string): Generator<string> {
  for (let each: string | undefined = id; each !== undefined; each = routes[each]?.parentId)
    yield each;
}
