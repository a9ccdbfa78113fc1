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
import { directions, kpiCategories } from './kpi-definition';

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
