/*
 * A namespace is a file `<name>.ts` here and one of the same name in zh-CN, which TypeScript holds to the same keys. A
 * long one is a folder: its parts are files by matter, which `<name>/index.ts` lays together under the same keys.
 * To add one: export `const <name> = { … } as const` in both files, then import it and list it below, here and in
 * zh-CN/index.ts. Use it as `t('<name>:some.key')`; keys are typed. Counts take `key_one` and `key_other` (Chinese:
 * `key_other` alone). Values come in braces: `'{{count}} vendors'`.
 */
import { actions } from './actions';
import { api } from './api';
import { assessments } from './assessments';
import { audit } from './audit';
import { clauses } from './clauses';
import { common } from './common';
import { company } from './company';
import { contracts } from './contracts';
import { demo } from './demo';
import { desk } from './desk';
import { diligence } from './diligence';
import { documents } from './documents';
import { door } from './door';
import { errors } from './errors';
import { fallback } from './fallback';
import { findings } from './findings';
import { invitation } from './invitation';
import { jobs } from './jobs';
import { kit } from './kit';
import { kpi } from './kpi';
import { library } from './library';
import { mail } from './mail';
import { nav } from './nav';
import { packs } from './packs';
import { papers } from './papers';
import { people } from './people';
import { privacy } from './privacy';
import { questionnaire } from './questionnaire';
import { reviews } from './reviews';
import { settings } from './settings';
import { settlement } from './settlement';
import { sla } from './sla';
import { standards } from './standards';
import { vendors } from './vendors';

export const words = {
  actions,
  api,
  assessments,
  audit,
  clauses,
  common,
  company,
  contracts,
  demo,
  desk,
  diligence,
  documents,
  door,
  errors,
  fallback,
  findings,
  invitation,
  jobs,
  kit,
  kpi,
  library,
  mail,
  nav,
  packs,
  papers,
  people,
  privacy,
  questionnaire,
  reviews,
  settings,
  settlement,
  sla,
  standards,
  vendors,
};

export type Words = typeof words;
