import { breaches } from './breaches';
import { cases } from './cases';
import { performance } from './performance';

export const sla = { ...breaches, ...cases, ...performance };
