/* What vendors and visitors meet: see en/outside.ts. */
import { documents } from './documents';
import { actions } from './actions';
import { api } from './api';
import { assessments } from './assessments';
import { company } from './company';
import { contracts } from './contracts';
import { desk } from './desk';
import { door } from './door';
import { settlement } from './settlement';
import { sla } from './sla';
import { words as reporting } from './reporting';

export const words = {
  ...reporting,
  documents,
  actions,
  api,
  assessments,
  company,
  contracts,
  desk,
  door,
  settlement,
  sla,
};
