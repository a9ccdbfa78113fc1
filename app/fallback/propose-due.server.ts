import { everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import type { Cause } from './cause';
import { criticalRisks } from './critical-risks.server';
import { endingContracts } from './ending-contracts.server';
import { servicesOfContracts } from './gather-request.server';
import { marketValues, meetsTerm } from './market-values';
import { missedScopes, type ProposalScope } from './proposal-scope';
import { proposeFallback, type ProposeInput } from './propose-fallback.server';
import { feltScopes } from './served';
import { ancestorsOfMarkets, decidedScopes, servedBy, type Served } from './served-markets.server';
import { isSettled, type DecidedScope } from './settled';
import {
  casesInNeed,
  missedTerms,
  readingsByMarket,
  type CaseInNeed,
  type MissedTermText,
} from './standing-breaches.server';

export type ProposalCounts = { causes: number; proposals: number; joined: number };

/** Something that calls for a fallback, with the scopes that it speaks of. */
type Need = Omit<ProposeInput, 'asOf'> & { vendorId: number; knownOn: string };

/**
 * Proposes for everything that calls for a fallback at the end of a day and that no proposal has heard of: open cases
 * with a critical breach or a repeat trigger, contracts about to end, critical risks. Each cause is heard once ever, so a
 * second run does nothing; what somebody has decided since, or is switching away from, is left alone.
 */
export async function proposeDue(store: Store, now: Date, asOf: string): Promise<ProposalCounts> {
  const act: Act = { actor: { kind: 'job', job: 'propose' }, now, scope: everything };
  const counts = { causes: 0, proposals: 0, joined: 0 };
  const needs = await findNeeds(store, asOf);
  const vendorIds = needs.map(({ vendorId }) => vendorId);
  const served = await servedBy(store.read, vendorIds);
  const decided = await decidedScopes(store.read, vendorIds);
  for (const need of needs) {
    const own = served.get(need.vendorId) ?? [];
    const scopes = await openScopes(store, need, own, decided);
    if (scopes.length === 0) continue;
    const outcome = await proposeFallback(store, act, { ...need, scopes, asOf });
    if (!outcome.ok) throw new Error(`a fallback could not be proposed: ${outcome.reason.code}`);
    const made = outcome.value.filter((each) => each.made).length;
    counts.causes += need.causes.length;
    counts.proposals += made;
    counts.joined += outcome.value.length - made;
  }
  return counts;
}

/** The scopes in which the vendor's failure would be felt and that nobody has dealt with. */
async function openScopes(
  { read }: Store,
  { scopes, knownOn }: Need,
  own: readonly Served[],
  decided: readonly DecidedScope[],
): Promise<ProposalScope[]> {
  const ancestorsOf = await ancestorsOfMarkets(
    read,
    scopes.flatMap(({ marketId }) => marketId ?? []),
  );
  return feltScopes(scopes, own, ancestorsOf).filter(
    (scope) => !isSettled(scope, knownOn, decided),
  );
}

async function findNeeds(store: Store, asOf: string): Promise<Need[]> {
  return [
    ...(await needsOfCases(store, asOf)),
    ...(await needsOfContracts(store, asOf)),
    ...(await needsOfRisks(store, asOf)),
  ];
}

/** A case speaks of where its latest failure of the kind happened; what went before joins as its history. */
async function needsOfCases({ read }: Store, asOf: string): Promise<Need[]> {
  const inNeed = await casesInNeed(read, asOf);
  const terms = await missedTerms(read, inNeed);
  const contractIds = inNeed.map(({ contractId }) => contractId);
  const named = await servicesOfContracts(read, contractIds);
  const served = await servedBy(
    read,
    inNeed.map(({ vendorId }) => vendorId),
  );
  const needs: Need[] = [];
  for (const each of inNeed) {
    const missed = terms.get(each.versionId);
    if (!missed) continue;
    const services = named.get(each.contractId) ?? new Set(servicesOf(served.get(each.vendorId)));
    needs.push({
      vendorId: each.vendorId,
      knownOn: each.knownOn,
      causes: each.causes,
      missed: [missed.asked],
      caseId: each.caseId,
      scopes: await scopesOfCase(read, each, missed, [...services]),
    });
  }
  return needs;
}

async function scopesOfCase(
  reader: Store['read'],
  { vendorId, serviceId, marketId, period }: CaseInNeed,
  { term, kpiId, percent }: MissedTermText,
  services: readonly number[],
): Promise<ProposalScope[]> {
  const from = period - term.window.months + 1;
  const readings =
    marketId === null ? await readingsByMarket(reader, { vendorId, kpiId, from, to: period }) : [];
  return missedScopes(
    { vendorId, marketId, serviceIds: serviceId === null ? services : [serviceId] },
    marketValues(term, percent, period, readings),
    meetsTerm(term),
  );
}

async function needsOfContracts({ read }: Store, asOf: string): Promise<Need[]> {
  const ending = await endingContracts(read, asOf);
  const served = await servedBy(
    read,
    ending.map(({ vendorId }) => vendorId),
  );
  return ending.map(({ vendorId, cause, scopes }) => ({
    vendorId,
    knownOn: cause.on,
    causes: [cause],
    scopes: scopes
      ? scopes.map((scope) => ({ vendorId, ...scope }))
      : wholeServices(vendorId, served.get(vendorId)),
  }));
}

/** A vendor that may fail altogether is a matter of each of its services as a whole. */
async function needsOfRisks({ read }: Store, asOf: string): Promise<Need[]> {
  const found: { vendorId: number; cause: Cause }[] = await criticalRisks(read, asOf);
  const served = await servedBy(
    read,
    found.map(({ vendorId }) => vendorId),
  );
  return found.map(({ vendorId, cause }) => ({
    vendorId,
    knownOn: cause.on,
    causes: [cause],
    scopes: wholeServices(vendorId, served.get(vendorId)),
  }));
}

function wholeServices(vendorId: number, served: readonly Served[] | undefined): ProposalScope[] {
  return servicesOf(served).map((serviceId) => ({ vendorId, serviceId, marketId: null }));
}

function servicesOf(served: readonly Served[] = []): number[] {
  return [...new Set(served.map(({ serviceId }) => serviceId))];
}
