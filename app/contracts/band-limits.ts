import type { Band } from './sla-bands';
import { higherIsBetter, type Operator } from './sla-vocabulary';

/** The limit of a band on the target's side, and the one away from it. */
export function bandLimits(
  band: Band,
  operator: Operator,
): { near: string | null; far: string | null } {
  return higherIsBetter(operator)
    ? { near: band.to, far: band.from }
    : { near: band.from, far: band.to };
}
