import { reading } from './reading';
import { review } from './review';
import { sending } from './sending';

/** KPI reports: sending, reading, reviewing. */
export const kpi = { ...sending, ...reading, ...review };
