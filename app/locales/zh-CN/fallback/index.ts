import { proposals } from './proposals';
import { ranking } from './ranking';
import { readiness } from './readiness';

export const fallback = { ...proposals, ...ranking, ...readiness };
