import { breaches } from './breaches';
import { cases } from './cases';
import { performance } from './performance';

/** Breaches and their cases, credits, and how vendors perform. */
export const sla = { ...breaches, ...cases, ...performance };
