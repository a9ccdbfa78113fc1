import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { done, type Outcome } from '~/shared/outcome';
import { proposalCauses, proposals } from '~db/schema/fallback';
import { caseEvents } from '~db/schema/cases';
import type { Store, Tx } from '~db/store.server';
import { announceProposals } from './announce-proposals.server';
import type { TermAsked } from './candidate';
import { causeKey, type Cause } from './cause';
import type { ProposalSnapshot } from './proposal';
import { keepPlaces } from './proposal-reach.server';
import { marketKey, type ProposalScope } from './proposal-scope';
import { rankAgain } from './rank-again.server';
import { rankFallback } from './rank-fallback.server';
import { settleGap } from './settle-gap.server';
import { tallyOf } from './tally';

export type ProposeInput = {
  scopes: readonly ProposalScope[];
  causes: readonly Cause[];
  asOf: string;
  /** What was missed; null asks for the terms of the vendor's contracts. */
  missed?: readonly TermAsked[] | null;
  /** The case that the causes belong to: its story names the proposals. */
  caseId?: number | null;
};

/** A proposal that was made, or the open one that the causes joined. */
export type Proposed = { proposalId: number; made: boolean; scope: ProposalScope };

/**
 * Proposes who could take over, once for each scope: an open proposal of the same vendor, service and market is joined
 * by the causes and keeps the ranking of its day; one that a person asks for anew is ranked anew. Refused where vendor, service or market is not there (`not_found`) or
 * the vendor does not offer the service (`vendor_without_service`).
 */
export async function proposeFallback(
  store: Store,
  act: Act,
  input: ProposeInput,
): Promise<Outcome<Proposed[]>> {
  return store.transact(async (tx) => {
    const prepared: Prepared[] = [];
    for (const scope of input.scopes) {
      const outcome = await prepare(tx, scope, input);
      if (!outcome.ok) return outcome;
      prepared.push(outcome.value);
    }
    const proposed: Proposed[] = [];
    for (const each of prepared) proposed.push(await propose(tx, act, each, input));
    const made = proposed.filter((each) => each.made).map(({ proposalId }) => proposalId);
    if (made.length > 0) await announceProposals(tx, act, made);
    if (input.caseId != null) await noteInCase(tx, act, input.caseId, made);
    return done(proposed);
  });
}

/** What will be proposed for a scope: its open proposal, or the ranking of a new one. */
type Prepared = { scope: ProposalScope } & (
  { openId: number } | { openId: null; snapshot: ProposalSnapshot }
);

async function prepare(
  tx: Tx,
  scope: ProposalScope,
  input: ProposeInput,
): Promise<Outcome<Prepared>> {
  const openId = await openProposal(tx, scope);
  if (openId !== null) return done({ scope, openId });
  const snapshot = await rankFallback(tx, scope, input);
  return snapshot.ok ? done({ scope, openId: null, snapshot: snapshot.value }) : snapshot;
}

async function propose(
  tx: Tx,
  act: Act,
  prepared: Prepared,
  input: ProposeInput,
): Promise<Proposed> {
  const { scope } = prepared;
  const madeId =
    prepared.openId === null ? await insertProposal(tx, act, scope, prepared.snapshot) : null;
  if (prepared.openId !== null || madeId === null) {
    // Where somebody else has opened one meanwhile, theirs is joined.
    const proposalId = prepared.openId ?? (await openProposal(tx, scope));
    if (proposalId === null) throw new Error('an open proposal was decided while it was joined');
    await joinCauses(tx, act, proposalId, scope, input);
    if (input.causes.some(({ kind }) => kind === 'on_demand')) {
      await keepPlaces(tx, proposalId, scope);
      await rankAgain(tx, act, proposalId, input.asOf);
    }
    return { proposalId, made: false, scope };
  }
  const { snapshot } = prepared;
  await keepPlaces(tx, madeId, scope);
  await insertCauses(tx, madeId, input);
  await settleGap(tx, { proposalId: madeId, ...scope }, snapshot);
  await record(tx, act, {
    action: 'proposal.created',
    entity: 'proposal',
    entityId: madeId,
    vendorId: scope.vendorId,
    after: {
      ...scope,
      asOf: input.asOf,
      causes: input.causes.map(causeKey),
      candidates: snapshot.candidates.map(({ vendor }) => vendor.code),
      excluded: snapshot.excluded.map(({ vendor }) => vendor.code),
    },
  });
  return { proposalId: madeId, made: true, scope };
}

/** The open proposal of a scope, held until the transaction ends. */
async function openProposal(tx: Tx, scope: ProposalScope): Promise<number | null> {
  const where = and(
    eq(proposals.vendorId, scope.vendorId),
    eq(proposals.serviceId, scope.serviceId),
    eq(proposals.marketKey, marketKey(scope)),
    eq(proposals.state, 'open'),
  );
  const [found] = await tx.select({ id: proposals.id }).from(proposals).where(where);
  if (!found) return null;
  await tx.lockRow('proposals', 'id', found.id);
  const [still] = await tx.select({ id: proposals.id }).from(proposals).where(where);
  return still?.id ?? null;
}

/** The new proposal's key; null where somebody else has opened one meanwhile. */
async function insertProposal(
  tx: Tx,
  act: Act,
  scope: ProposalScope,
  snapshot: ProposalSnapshot,
): Promise<number | null> {
  const [leader] = snapshot.candidates;
  const [row] = await tx
    .insert(proposals)
    .values({
      ...scope,
      marketKey: marketKey(scope),
      state: 'open',
      asOf: snapshot.asOf,
      snapshot,
      candidateCount: tallyOf(snapshot).candidates,
      leaderId: leader?.vendor.id ?? null,
      leaderScore: leader?.score ?? null,
      createdAt: act.now.toISOString(),
      askedBy: snapshot.causes.some(({ kind }) => kind === 'on_demand') ? personIdOf(act) : null,
    })
    .onConflictDoNothing()
    .returning({ id: proposals.id });
  return row?.id ?? null;
}

/** Adds the causes that the proposal does not have yet, and says how many they were. */
async function insertCauses(
  tx: Tx,
  proposalId: number,
  { causes, asOf }: ProposeInput,
): Promise<number> {
  const rows = causes.map((cause) => ({
    proposalId,
    kind: cause.kind,
    key: causeKey(cause),
    cause,
    breachId: 'breachId' in cause ? cause.breachId : null,
    contractId: 'contractId' in cause ? cause.contractId : null,
    riskId: 'riskId' in cause ? cause.riskId : null,
    personId: 'personId' in cause ? cause.personId : null,
    joinedOn: asOf,
  }));
  const added = await tx
    .insert(proposalCauses)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: proposalCauses.id });
  return added.length;
}

async function joinCauses(
  tx: Tx,
  act: Act,
  proposalId: number,
  { vendorId }: ProposalScope,
  input: ProposeInput,
): Promise<void> {
  if ((await insertCauses(tx, proposalId, input)) === 0) return;
  await record(tx, act, {
    action: 'proposal.joined',
    entity: 'proposal',
    entityId: proposalId,
    vendorId,
    after: { causes: input.causes.map(causeKey) },
  });
}

/** Our side of the case reads that a fallback was proposed; the vendor does not. */
async function noteInCase(tx: Tx, act: Act, caseId: number, made: readonly number[]) {
  if (made.length === 0) return;
  await tx.insert(caseEvents).values({
    caseId,
    at: act.now.toISOString(),
    personId: personIdOf(act),
    kind: 'proposal_made',
    details: { proposals: made },
    internal: true,
  });
}
