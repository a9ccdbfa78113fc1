import { z } from 'zod';
import { choice, field, requiredText } from '~/shared/fields';
import { LONGEST_REASON } from '~/shared/reason-text';
import { readTypedMonth } from '~/shared/typed-date';
import { excusalKinds } from './excusal';

/** Months that one excusal may cover. */
const LONGEST_EXCUSAL = 60;

const month = () =>
  field((text) => {
    if (text === '') return { code: 'required' };
    const period = readTypedMonth(text);
    return period === null ? { code: 'not_a_month' } : { value: period };
  });

/** What is agreed not to count: months from first to last, the kind and reason, and who agreed on both sides. */
export const excusalFields = z
  .object({
    firstPeriod: month(),
    lastPeriod: month(),
    kind: choice(excusalKinds),
    text: requiredText(LONGEST_REASON),
    agreedBy: requiredText(200),
  })
  .superRefine(({ firstPeriod, lastPeriod }, context) => {
    if (lastPeriod < firstPeriod)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['lastPeriod'] });
    else if (lastPeriod - firstPeriod >= LONGEST_EXCUSAL)
      context.addIssue({
        code: 'custom',
        message: 'excusal_too_long',
        params: { most: LONGEST_EXCUSAL },
        path: ['lastPeriod'],
      });
  });
