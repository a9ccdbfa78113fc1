import { credits } from './credits';
import { manual } from './manual';
import { statements } from './statements';

export const settlement = { ...statements, ...credits, ...manual };
