/** What a list may be asked for: everything else in the URL is ignored. */
export type ListSpec<Sort extends string = string, Filter extends string = string> = {
  /** Columns that may be sorted by; the first letter of the URL's `sort` is `-` for descending. */
  sorts: readonly Sort[];
  defaultSort: Sort | `-${Sort}`;
  /** The values that a filter takes, or `any` where they are data (a code, an id, a month). */
  filters?: Readonly<Record<Filter, readonly string[] | 'any'>>;
  pageSize?: number;
};

/** A list's question, read from its URL. */
export type ListQuery<Sort extends string = string, Filter extends string = string> = {
  search: string;
  filters: Record<Filter, string[]>;
  sort: Sort;
  dir: 'asc' | 'desc';
  /** From 1. */
  page: number;
  size: number;
};

export const pageSizes = [25, 50, 100, 200] as const;
/** Rows of a list are counted up to so many; beyond them it says that there are more. */
export const MOST_COUNTED = 10_000;
const mostSearched = 200;
const mostValues = 50;

/** Reads a list's question from its URL; what is not allowed falls back to the default, so that no URL breaks a list. */
export function parseListQuery<Sort extends string, Filter extends string = never>(
  params: URLSearchParams,
  spec: ListSpec<Sort, Filter>,
): ListQuery<Sort, Filter> {
  const size = Number(params.get('size'));
  return {
    search: (params.get('q') ?? '').normalize('NFKC').trim().slice(0, mostSearched),
    filters: parseFilters(params, spec),
    ...parseSort(params.get('sort'), spec),
    page: pageNumber(params.get('page')),
    size: pageSizes.find((allowed) => allowed === size) ?? spec.pageSize ?? 50,
  };
}

/** The rows to skip and to take for the query's page. */
export function pageWindow({ page, size }: Pick<ListQuery, 'page' | 'size'>): {
  offset: number;
  limit: number;
} {
  return { offset: (page - 1) * size, limit: size };
}

function parseFilters<Sort extends string, Filter extends string>(
  params: URLSearchParams,
  spec: ListSpec<Sort, Filter>,
): Record<Filter, string[]> {
  const allowed = Object.entries<readonly string[] | 'any'>(spec.filters ?? {});
  return Object.fromEntries(
    allowed.map(([name, values]) => {
      const given = [...new Set(params.getAll(name).map((value) => value.trim()))];
      const kept = given.filter((value) =>
        values === 'any' ? value !== '' && value.length <= mostSearched : values.includes(value),
      );
      return [name, kept.slice(0, mostValues)];
    }),
  ) as Record<Filter, string[]>;
}

function parseSort<Sort extends string>(
  text: string | null,
  { sorts, defaultSort }: Pick<ListSpec<Sort>, 'sorts' | 'defaultSort'>,
): { sort: Sort; dir: 'asc' | 'desc' } {
  const read = (given: string) => {
    const sort = sorts.find((name) => name === given.replace(/^-/, ''));
    return sort && { sort, dir: given.startsWith('-') ? ('desc' as const) : ('asc' as const) };
  };
  return read(text ?? '') ?? read(defaultSort) ?? { sort: sorts[0] as Sort, dir: 'asc' };
}

function pageNumber(text: string | null): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}

export type QueryChange = Record<string, string | readonly string[] | null>;

/** The URL's search with some parameters set or (null) taken out; any change but of the page starts at page 1. */
export function changedSearch(search: string, change: QueryChange): string {
  const params = new URLSearchParams(search);
  if (!('page' in change)) params.delete('page');
  for (const [name, value] of Object.entries(change)) {
    params.delete(name);
    if (value === null) continue;
    for (const one of typeof value === 'string' ? [value] : value) params.append(name, one);
  }
  const text = params.toString();
  return text === '' ? '?' : `?${text}`;
}

/** The URL's search without one value of a filter. */
export function searchWithout(search: string, name: string, value: string): string {
  const params = new URLSearchParams(search);
  return changedSearch(search, { [name]: params.getAll(name).filter((one) => one !== value) });
}
