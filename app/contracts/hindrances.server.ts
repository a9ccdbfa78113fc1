import type { Scope } from '~/auth/act';
import type { Reader } from '~db/store.server';
import { isAgreedState } from './contract';
import { checkVendorOf } from './contractable.server';
import type { Contract } from './contract-queries.server';
import type { Hindrances } from './hindrances';
import { clauseGapsOf } from './named-gaps.server';

/** What holds a contract up on its way to the signature; of one that is agreed there is nothing. */
export async function hindrancesOf(
  reader: Reader,
  scope: Scope,
  contract: Contract,
): Promise<Hindrances> {
  if (isAgreedState(contract.state)) return { vendor: null, gaps: 0 };
  const may = await checkVendorOf(reader, scope, contract);
  const gaps = await clauseGapsOf(reader, scope, contract.id);
  return { vendor: may.ok ? null : may.reason, gaps: gaps.length };
}
