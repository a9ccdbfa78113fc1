import type { Pack } from './pack';
import { said } from './pack-value';
import type { PackFigure, PackValue } from './section';
import { figuresOf } from './show-value';

/**
 * Figures of a frozen pack that the store gives another value for today, by their id, with that value. The pack itself
 * never changes: old and new are shown side by side. Ratings are compared only where both go by the same rule.
 */
export function restatedFigures(
  frozen: Pick<Pack, 'version' | 'sections'>,
  today: Pick<Pack, 'version' | 'sections'>,
): ReadonlyMap<string, PackValue> {
  const compared = figuresOf(today.sections).filter(
    ({ value }) => value.kind !== 'rating' || frozen.version === today.version,
  );
  const now = new Map(compared.map(({ id, value }) => [id, value]));
  const gathered = new Set(today.sections.map(({ id }) => String(id)));
  const restated = new Map<string, PackValue>();
  for (const figure of figuresOf(frozen.sections)) {
    const later = now.get(figure.id) ?? (gathered.has(sectionOf(figure)) && goneAs(figure, now));
    if (later && !isSame(figure.value, later)) restated.set(figure.id, later);
  }
  return restated;
}

function sectionOf({ id }: PackFigure): string {
  return id.split('/')[0] ?? '';
}

/** What a figure tells that is no longer gathered: a failed month that failed no more, a sum of nothing. */
function goneAs(
  { id, value }: PackFigure,
  now: ReadonlyMap<string, PackValue>,
): PackValue | undefined {
  if (id.startsWith('failures/'))
    return now.has(id.replace('failures/', 'kpis/')) ? said('packs:failures.gone') : undefined;
  if (!id.startsWith('credits/')) return undefined;
  if (value.kind === 'money') return { ...value, minor: 0 };
  return value.kind === 'measure' ? { ...value, value: '0' } : undefined;
}

function isSame(one: PackValue, other: PackValue): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** The same value however its fields were put in order. */
function sorted(value: PackValue) {
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}
