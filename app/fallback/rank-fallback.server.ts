import { readSetting } from '~/settings/setting-queries.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Reader } from '~db/store.server';
import type { TermAsked } from './candidate';
import type { Cause } from './cause';
import { gatherCandidates } from './gather-candidates.server';
import { gatherRequest } from './gather-request.server';
import { takeSnapshot, type ProposalSnapshot } from './proposal';
import type { ProposalScope } from './proposal-scope';
import { loadServiceRegister } from './service-register.server';

type RankInput = {
  causes: readonly Cause[];
  asOf: string;
  missed?: readonly TermAsked[] | null;
};

/**
 * Who could take over in a scope, as far as it is known on the day. Refused where service or market is not there
 * (`not_found`) or the vendor does not offer the service (`vendor_without_service`).
 */
export async function rankFallback(
  reader: Reader,
  scope: ProposalScope,
  { causes, asOf, missed = null }: RankInput,
): Promise<Outcome<ProposalSnapshot>> {
  const register = await loadServiceRegister(reader, scope.serviceId, scope.vendorId);
  if (!register) return refused('not_found', {}, 'service');
  if (!register.offerings.some(({ vendorId }) => vendorId === scope.vendorId))
    return refused('vendor_without_service', { service: register.service.code }, 'service');
  const request = await gatherRequest(reader, register, scope, { asOf, missed });
  if (!request) return refused('not_found', {}, 'market');
  const candidates = await gatherCandidates(reader, register, request);
  const weights = await readSetting(reader, 'ranking_weights');
  return done(takeSnapshot(request, candidates, causes, weights));
}
