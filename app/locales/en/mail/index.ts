import { cases } from './cases';
import { contracts } from './contracts';
import { onboarding } from './onboarding';
import { people } from './people';
import { reports } from './reports';
import { reviews } from './reviews';
import { settlement } from './settlement';

/** Letters of the portal; values in double braces. The first line is the subject, kept short. */
export const mail = {
  ...people,
  ...onboarding,
  ...reports,
  ...cases,
  ...contracts,
  ...settlement,
  ...reviews,
};
