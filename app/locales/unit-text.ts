import type { TFunction } from 'i18next';

/** Units of the KPI library that have words of their own in each language. */
export const unitsWithWords = ['count', 'min', 'h', 'days'] as const;

/** What stands after a figure: nothing where it only counts, `%` or the unit in words otherwise. */
export function unitAfterFigure(t: TFunction, unit: string): string | null {
  return unit === 'count' ? null : unitText(t, unit);
}

/** A unit of the KPI library in the reader's words: `min` is 分钟; one without words of its own stands as it was entered. */
export function unitText(t: TFunction, unit: string): string {
  const known = unitsWithWords.find((word) => word === unit);
  return known === undefined ? unit : t(`common:kpiUnit.${known}`);
}
