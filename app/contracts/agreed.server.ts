import { and, inArray, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { contracts } from '~db/schema/contracts';
import { agreedStates } from './contract';

/** The contracts that are signed: those on their way to it promise nothing yet. */
export const isAgreed = inArray(contracts.state, agreedStates);

/** The contracts that a scope may see: on their way to being signed they are ours alone, to their vendor not there yet. */
export function contractsWithin(scope: Scope): SQL | undefined {
  const own = withinScope(scope, contracts.vendorId);
  return scope.kind === 'vendor' ? and(own, isAgreed) : own;
}
