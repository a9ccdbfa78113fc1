import { z } from 'zod';
import { choice, field, LONGEST_REASON, requiredText } from '~/shared/fields';
import { readTypedMonth } from '~/shared/typed-date';
import { excusalKinds } from './excusal';

/** Months that one excusal may cover. */
const LONGEST_EXCUSAL = 60;
/** Characters of a reason or a message. */
export const LONGEST_TEXT = LONGEST_REASON;

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
    text: requiredText(LONGEST_TEXT),
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
