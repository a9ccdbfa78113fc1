import { admission } from './admission';
import { cases } from './cases';
import { contracts } from './contracts';
import { entries } from './entries';
import { fallback } from './fallback';
import { people } from './people';
import { reports } from './reports';
import { reviews } from './reviews';
import { settlement } from './settlement';
import { vendors } from './vendors';

/** Reason codes of refusals in words: what is wrong and what to do. A verb's own codes are listed under its area. */
export const errors = {
  ...contracts,
  ...vendors,
  ...admission,
  ...fallback,
  ...cases,
  ...reviews,
  ...reports,
  ...people,
  ...settlement,
  ...entries,
};
