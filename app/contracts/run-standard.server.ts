import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { amendments } from '~db/schema/contracts';
import { standardRunContracts, standardRuns } from '~db/schema/standards';
import type { Reader, Store, Tx } from '~db/store.server';
import { tryChanges } from './apply-changes.server';
import { announceRun } from './announce-run.server';
import { isAgreedState } from './contract';
import { findContract } from './contract-queries.server';
import { withdrawAmendment } from './decide-amendment.server';
import type { FollowStep } from './follow-standard';
import { putForward, type NewProposal } from './propose-amendment.server';
import { stepsFor, takeStandard, type StoredRun, type TakeStandard } from './take-standard.server';

type RunContract = Partial<typeof standardRunContracts.$inferInsert>;

/**
 * Carries a standard to the contracts of a run that still wait, each in a transaction of its own: all its terms or, with
 * the reason, none. A draft takes them at once; of an agreed contract they become a proposed amendment, for somebody else
 * to approve. Begun again it goes on where it ended.
 */
export async function runStandard(
  store: Store,
  act: Act,
  runId: number,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<{ contracts: number; proposed: number; refused: number }> {
  const counts = { contracts: 0, proposed: 0, refused: 0 };
  const [run] = await store.read.select().from(standardRuns).where(eq(standardRuns.id, runId));
  if (!run) return counts;
  const ofRun = eq(standardRunContracts.runId, runId);
  const total = await store.read.$count(standardRunContracts, ofRun);
  const waiting = await store.read
    .select()
    .from(standardRunContracts)
    .where(
      and(
        ofRun,
        eq(standardRunContracts.state, 'waiting'),
        isNull(standardRunContracts.amendmentId),
      ),
    );
  for (const [index, { contractId }] of waiting.entries()) {
    const state = await carryTo(store, act, run, contractId);
    if (state !== 'done') counts[state] += 1;
    progress(total - waiting.length + index + 1, total);
  }
  if (counts.proposed > 0) await announceRun(store, act, run, counts.proposed);
  return { ...counts, contracts: waiting.length };
}

async function carryTo(
  store: Store,
  act: Act,
  run: StoredRun,
  contractId: number,
): Promise<'done' | 'proposed' | 'refused'> {
  const carried = await followOrPropose(store, act, run, contractId);
  if (carried.ok) return carried.value;
  const { code, params = {} } = carried.fields?.[0] ?? carried.reason;
  await store.transact((tx) =>
    noteRun(tx, run.id, contractId, { state: 'refused', refusal: { code, params } }),
  );
  return 'refused';
}

async function followOrPropose(
  store: Store,
  act: Act,
  run: StoredRun,
  contractId: number,
): Promise<Outcome<'done' | 'proposed'>> {
  const contract = await findContract(store.read, act.scope, contractId);
  if (!contract) return refused('not_found');
  const earlier = await earlierProposal(store.read, run, contractId);
  const from = earlier && earlier.from < run.effectiveFrom ? earlier.from : run.effectiveFrom;
  const steps = await stepsFor(store.read, act, { run, contract, from });
  if (!isAgreedState(contract.state) || steps.every(changesNothing))
    return followAtOnce(store, act, { run, contractId, from, shown: null });
  const proposal: NewProposal = {
    ...{ contractId, effectiveFrom: from, reason: run.reason },
    changes: [{ kind: 'standard', runId: run.id, from, steps }],
  };
  const possible = await tryChanges(store, act, proposal);
  if (!possible.ok) return possible;
  return store.transact(async (tx) => {
    if (earlier) await withdrawAmendment(store, act, { contractId, ...earlier });
    const put = await putForward(tx, act, proposal);
    if (!put.ok) return put;
    const noted = { state: 'proposed' as const, amendmentId: put.value.id, ...countsOf(steps) };
    await noteRun(tx, run.id, contractId, noted);
    return done('proposed' as const);
  });
}

function changesNothing({ texts, endsOn }: FollowStep): boolean {
  return texts.length === 0 && endsOn === undefined;
}

function followAtOnce(store: Store, act: Act, taking: TakeStandard): Promise<Outcome<'done'>> {
  return store.transact(async (tx) => {
    const taken = await takeStandard(store, act, taking);
    if (!taken.ok) return taken;
    const noted = { state: 'done' as const, ...countsOf(taken.value.steps) };
    await noteRun(tx, taking.run.id, taking.contractId, noted);
    return done('done' as const);
  });
}

/** What an earlier run of the same standard proposed to a contract and nobody has decided: the new one takes it over. */
async function earlierProposal(reader: Reader, run: StoredRun, contractId: number) {
  const [row] = await reader
    .select({ amendmentId: amendments.id, from: amendments.effectiveFrom })
    .from(amendments)
    .innerJoin(standardRunContracts, eq(standardRunContracts.amendmentId, amendments.id))
    .innerJoin(standardRuns, eq(standardRuns.id, standardRunContracts.runId))
    .where(
      and(
        eq(amendments.contractId, contractId),
        eq(amendments.state, 'proposed'),
        eq(standardRuns.standardId, run.standardId),
      ),
    );
  return row && row.from !== null ? { amendmentId: row.amendmentId, from: row.from } : null;
}

function countsOf(steps: readonly FollowStep[]) {
  const count = (...effects: FollowStep['effect'][]) =>
    steps.filter(({ effect }) => effects.includes(effect)).length;
  return { added: count('add'), changed: count('change', 'end'), kept: count('keep') };
}

/** The contracts that a run has not come to. */
export async function contractsLeft(reader: Reader, runId: number): Promise<number[]> {
  const rows = await reader
    .select({ contractId: standardRunContracts.contractId })
    .from(standardRunContracts)
    .where(and(eq(standardRunContracts.runId, runId), eq(standardRunContracts.state, 'waiting')));
  return rows.map(({ contractId }) => contractId);
}

/** Notes how a run went for a contract. */
export async function noteRun(
  tx: Tx,
  runId: number,
  contractId: number,
  set: RunContract,
): Promise<void> {
  await tx
    .update(standardRunContracts)
    .set(set)
    .where(
      and(eq(standardRunContracts.runId, runId), eq(standardRunContracts.contractId, contractId)),
    );
}
