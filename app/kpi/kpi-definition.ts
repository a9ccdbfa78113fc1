import { z } from 'zod';
import { Decimal } from '~/shared/decimal';
import {
  choice,
  optionalDecimal,
  optionalText,
  requiredCode,
  requiredText,
  wordList,
} from '~/shared/fields';
import { foldText } from './fold-text';

export const directions = ['higher', 'lower'] as const;
export const kpiCategories = ['operational', 'quality', 'cost', 'relationship'] as const;

/**
 * A KPI of the library: what it is called, in which unit, which direction is better, what values are possible, which KPI
 * is its sample size, and the headings by which reports name it.
 */
export const kpiFields = z
  .object({
    code: requiredCode(),
    nameEn: requiredText(120),
    nameZh: requiredText(120),
    unit: requiredText(20),
    better: choice(directions),
    category: choice(kpiCategories),
    min: optionalDecimal(),
    max: optionalDecimal(),
    sampleKpiCode: optionalText(40),
    aliases: wordList(100),
    formula: optionalText(500),
  })
  .superRefine(({ code, min, max, sampleKpiCode }, context) => {
    if (min !== null && max !== null && new Decimal(max).lt(min))
      context.addIssue({
        code: 'custom',
        message: 'range_reversed',
        params: { min },
        path: ['max'],
      });
    if (sampleKpiCode === code)
      context.addIssue({ code: 'custom', message: 'sample_is_itself', path: ['sampleKpiCode'] });
  });

export type KpiFields = z.output<typeof kpiFields>;

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
