/* What vendors meet where they send reports: see en/reporting.ts. */
import { common } from './common';
import { demo } from './demo';
import { errors } from './errors';
import { findings } from './findings';
import { kit } from './kit';
import { kpi } from './kpi';
import { nav } from './nav';
import { people } from './people';

export const words = { common, demo, errors, findings, kit, kpi, nav, people };
