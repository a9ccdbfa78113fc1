import type { Pack } from './pack';
import type { PackValue } from './section';
import { figuresOf } from './show-value';

/**
 * Figures of a frozen pack that the store gives another value for today, by their id, with that value. The pack itself
 * never changes: old and new are shown side by side.
 */
export function restatedFigures(frozen: Pack, today: Pack): ReadonlyMap<string, PackValue> {
  const now = new Map(figuresOf(today.sections).map(({ id, value }) => [id, value]));
  const restated = new Map<string, PackValue>();
  for (const { id, value } of figuresOf(frozen.sections)) {
    const later = now.get(id);
    if (later && !isSame(value, later)) restated.set(id, later);
  }
  return restated;
}

function isSame(one: PackValue, other: PackValue): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** The same value however its fields were put in order. */
function sorted(value: PackValue) {
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}
