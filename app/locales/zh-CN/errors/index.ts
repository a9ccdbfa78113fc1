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
