import { readSetting } from '~/settings/setting-queries.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Reader } from '~db/store.server';
import type { CandidateFacts, FallbackRequest, TermAsked } from './candidate';
import type { Cause } from './cause';
import { gatherCandidates } from './gather-candidates.server';
import { gatherRequest } from './gather-request.server';
import {
  describeCandidate,
  takeSnapshot,
  type ProposalSnapshot,
  type ProposedVendor,
} from './proposal';
import type { ProposalScope } from './proposal-scope';
import { loadServiceRegister } from './service-register.server';

/** The day as of which, and by what candidates are measured: terms that were missed, else those of the contracts. */
type Measure = { asOf: string; missed?: readonly TermAsked[] | null };

/**
 * Who could take over in a scope, as far as it is known on the day. Refused where service or market is not there
 * (`not_found`) or the vendor does not offer the service (`vendor_without_service`).
 */
export async function rankFallback(
  reader: Reader,
  scope: ProposalScope,
  { causes, ...measure }: Measure & { causes: readonly Cause[] },
): Promise<Outcome<ProposalSnapshot>> {
  const gathered = await gather(reader, scope, measure);
  if (!gathered.ok) return gathered;
  const { request, candidates } = gathered.value;
  const weights = await readSetting(reader, 'ranking_weights');
  return done(takeSnapshot(request, candidates, causes, weights));
}

/**
 * What the rank of somebody rests on of whom a proposal keeps name and score alone: reckoned again as of the proposal's day,
 * measured and weighed as it was, from what is on record now. Null where the vendor offers the service no more.
 */
export async function explainCandidate(
  reader: Reader,
  scope: ProposalScope,
  snapshot: ProposalSnapshot,
  vendorId: number,
): Promise<ProposedVendor | null> {
  const gathered = await gather(reader, scope, measureOf(snapshot));
  if (!gathered.ok) return null;
  const { request, candidates } = gathered.value;
  const candidate = candidates.find(({ vendor }) => vendor.id === vendorId);
  return candidate ? describeCandidate(candidate, request, snapshot.weights) : null;
}

/** What a proposal was measured by, and its day. */
export function measureOf({ asOf, basis, terms }: ProposalSnapshot): Measure {
  return { asOf, missed: basis === 'missed_term' ? terms : null };
}

async function gather(
  reader: Reader,
  scope: ProposalScope,
  { asOf, missed = null }: Measure,
): Promise<Outcome<{ request: FallbackRequest; candidates: CandidateFacts[] }>> {
  const register = await loadServiceRegister(reader, scope.serviceId, scope.vendorId);
  if (!register) return refused('not_found', {}, 'service');
  if (!register.offerings.some(({ vendorId }) => vendorId === scope.vendorId))
    return refused('vendor_without_service', { service: register.service.code }, 'service');
  const request = await gatherRequest(reader, register, scope, { asOf, missed });
  if (!request) return refused('not_found', {}, 'market');
  return done({ request, candidates: await gatherCandidates(reader, register, request) });
}
