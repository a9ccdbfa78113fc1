import { isDate } from '~/shared/calendar';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { ContractLife } from './contract';

/**
 * Whether a contract can be renewed by agreement to a new last day: one that is signed, is renewed by agreement alone and
 * has an end, to a day after it. One that renews by itself rolls on its own; an ended one is renewed without a gap.
 */
export function mayRenew(
  { state, renewal, endsOn }: Pick<ContractLife, 'state' | 'renewal' | 'endsOn'>,
  ends: string,
): Outcome {
  if (state !== 'active') return refused('contract_not_active');
  if (renewal !== 'express' || endsOn === null) return refused('renewal_not_express');
  if (!isDate(ends)) return refused('not_a_date', {}, 'ends');
  if (ends <= endsOn) return refused('renewal_not_later', { ends: endsOn }, 'ends');
  return done();
}
