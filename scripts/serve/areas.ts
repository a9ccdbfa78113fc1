type Pages = Record<string, { path?: string; parentId?: string } | undefined>;
type Build = { routes: Pages; assets: { routes: Record<string, unknown> } };

/**
 * The pages under one first part of an address ("vendors"), with those that any address may lead to: what an address is
 * matched to is looked for among all pages several times a page, which is most of what an answer costs where they are
 * hundreds. A page found among these is the page found among all, since no other begins with that part.
 */
export function pagesOfArea<Whole extends Build>(build: Whole, area: string): Whole {
  const isWithin = ([id]: [string, unknown]) => {
    const first = areaOfPage(build.routes, id);
    return first === null || first === area;
  };
  const within = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(isWithin));
  return {
    ...build,
    routes: within(build.routes),
    assets: { ...build.assets, routes: within(build.assets.routes) },
  };
}

/** The first parts of addresses that are written out in the pages: "vendors", "sign-in". */
export function areasOf({ routes }: Pick<Build, 'routes'>): Set<string> {
  const found = Object.keys(routes).map((id) => areaOfPage(routes, id));
  return new Set(found.filter((area) => area !== null));
}

/** The area of an address, of a page or of what a page fetches for itself. */
export function areaOfAddress(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.data$/, '');
}

/** Null for a page whose address begins with none of its own: the root, layouts, the first page, "no such page". */
function areaOfPage(routes: Pages, id: string): string | null {
  let path = '';
  for (let route = routes[id]; route; route = routes[route.parentId ?? ''])
    path = `${route.path ?? ''}/${path}`;
  const first = path.split('/').find((part) => part !== '');
  return first === undefined || /^[:*]/.test(first) ? null : first;
}
