import { credits } from './credits';
import { manual } from './manual';
import { statements } from './statements';

/** Credits as they are claimed and settled, monthly statements, and exchange rates. */
export const settlement = { ...statements, ...credits, ...manual };
