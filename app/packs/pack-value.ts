import type { Period } from '~/shared/period';
import type {
  PackException,
  PackFigure,
  PackRating,
  PackSource,
  PackValue,
  PackWords,
} from './section';

type Params = NonNullable<PackWords['params']>;

/** Words by their whole key in the locale files, `packs:kpis.title`; a pack keeps the key within `packs`. */
export function words(key: `packs:${string}`, params?: Params): PackWords {
  const within = key.slice('packs:'.length);
  return params ? { key: within, params } : { key: within };
}

export const said = (key: `packs:${string}`, params?: Params): PackValue => ({
  kind: 'words',
  words: words(key, params),
});
export const written = (text: string): PackValue => ({ kind: 'text', text });
export const vendorNamed = ({ id, name }: { id: number; name: string }): PackValue => ({
  kind: 'vendor',
  vendorId: id,
  name,
});
export const onDate = (date: string): PackValue => ({ kind: 'date', date });
export const inMonth = (period: Period): PackValue => ({ kind: 'period', period });
export const counted = (count: number): PackValue => ({ kind: 'count', count });
export const rated = (rating: PackRating | null): PackValue => ({ kind: 'rating', rating });
export const measured = (value: string | null, unit: string): PackValue => ({
  kind: 'measure',
  value,
  unit,
});
export const amount = (minor: number | null, currency: string): PackValue => ({
  kind: 'money',
  minor,
  currency,
});
/** A record's name in both languages. */
export const named = ({ nameEn, nameZh }: { nameEn: string; nameZh: string }): PackValue => ({
  kind: 'name',
  en: nameEn,
  zh: nameZh,
});

/** Where a figure can be looked up in the portal. */
export function sourceAt(path: string, text: PackWords): PackSource {
  return { path, words: text };
}

type Months = { from: Period; to: Period };

/** A value that can be pointed at, with the months that it is of. */
export function figure(
  id: string,
  label: PackWords,
  value: PackValue,
  { from, to, source }: Months & { source: PackSource },
): PackFigure {
  return { id, label, value, from, to, source };
}

/** Exceptions as a pack opens with them: the gravest first, failures before what is late before what changed. */
export function gravestFirst(exceptions: readonly PackException[]): PackException[] {
  const order = { failed: 0, late: 1, changed: 2 };
  return [...exceptions].sort((a, b) => a.weight - b.weight || order[a.kind] - order[b.kind]);
}

/** The gravest exceptions one by one, and in the place of all others how many more there are. */
export function capped(
  exceptions: readonly PackException[],
  most: number,
  more: (count: PackValue) => Pick<PackException, 'words' | 'source'>,
): PackException[] {
  const [first, ...others] = gravestFirst(exceptions).slice(most);
  const named = gravestFirst(exceptions).slice(0, most);
  if (!first) return named;
  return [...named, { ...first, ...more(counted(others.length + 1)) }];
}
