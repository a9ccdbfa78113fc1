import { cases } from './cases';
import { contracts } from './contracts';
import { onboarding } from './onboarding';
import { people } from './people';
import { reports } from './reports';
import { reviews } from './reviews';
import { settlement } from './settlement';

export const mail = {
  ...people,
  ...onboarding,
  ...reports,
  ...cases,
  ...contracts,
  ...settlement,
  ...reviews,
};
