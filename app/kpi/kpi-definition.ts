import { foldText } from './fold-text';
import type { KpiFields } from './kpi-fields';

export const directions = ['higher', 'lower'] as const;
export const kpiCategories = ['operational', 'quality', 'cost', 'relationship'] as const;

export type NamedKpi = Pick<KpiFields, 'code' | 'nameEn' | 'nameZh' | 'aliases'>;

/** The first of a KPI's code, names and aliases by which a report could mean another KPI as well. */
export function sharedHeading(
  kpi: NamedKpi,
  others: readonly NamedKpi[],
): { heading: string; code: string } | null {
  const own = new Map(headings(kpi).map((word) => [foldText(word), word]));
  for (const other of others) {
    if (other.code === kpi.code) continue;
    const shared = headings(other).find((word) => own.has(foldText(word)));
    if (shared !== undefined)
      return { heading: own.get(foldText(shared)) ?? shared, code: other.code };
  }
  return null;
}

function headings({ code, nameEn, nameZh, aliases }: NamedKpi): string[] {
  return [code, nameEn, nameZh, ...aliases];
}
