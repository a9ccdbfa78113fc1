/*
 * The words that vendors and visitors meet, so that their pages stay light on a phone; index.ts has all. A word missing
 * here is not lost: the browser then loads the rest.
 */
import { documents } from './documents';
import { actions } from './actions';
import { common } from './common';
import { contracts } from './contracts';
import { demo } from './demo';
import { desk } from './desk';
import { door } from './door';
import { errors } from './errors';
import { findings } from './findings';
import { kit } from './kit';
import { kpi } from './kpi';
import { nav } from './nav';
import { people } from './people';
import { sla } from './sla';

export const words = {
  documents,
  actions,
  common,
  contracts,
  demo,
  desk,
  door,
  errors,
  findings,
  kit,
  kpi,
  nav,
  people,
  sla,
};
