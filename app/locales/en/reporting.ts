/*
 * The words of the pages on which vendors send their reports, by far their most frequent errand; see word-set.ts. What is
 * missing here is not lost: the browser then loads more.
 */
import { common } from './common';
import { demo } from './demo';
import { errors } from './errors';
import { findings } from './findings';
import { kit } from './kit';
import { kpi } from './kpi';
import { nav } from './nav';
import { people } from './people';

export const words = { common, demo, errors, findings, kit, kpi, nav, people };
