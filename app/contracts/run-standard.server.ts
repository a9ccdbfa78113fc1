import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import type { Outcome, Reason } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { adoptedTerms, adoptions, standardRunContracts, standardRuns } from '~db/schema/standards';
import type { Store, Tx } from '~db/store.server';
import { addTerm } from './add-term.server';
import { previewStandard } from './apply-standard.server';
import { changeTerm } from './change-term.server';
import { findContract, type Contract } from './contract-queries.server';
import type { FollowStep } from './follow-standard';
import { findTerm } from './term-queries.server';
import { latestVersion } from './term-version';

/** A contract that can't take the whole of a standard takes nothing of it: thrown to undo what was written. */
class Undone extends Error {
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}

/**
 * Carries a standard to the contracts of a run that still wait, each in a transaction of its own: all its terms or, with
 * the reason, none. Begun again it goes on where it ended.
 */
export async function runStandard(
  store: Store,
  act: Act,
  runId: number,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<{ contracts: number; refused: number }> {
  const [run] = await store.read.select().from(standardRuns).where(eq(standardRuns.id, runId));
  if (!run) return { contracts: 0, refused: 0 };
  const all = await store.read
    .select()
    .from(standardRunContracts)
    .where(eq(standardRunContracts.runId, runId));
  const waiting = all.filter(({ state }) => state === 'waiting');
  let refusals = 0;
  for (const [index, { contractId }] of waiting.entries()) {
    const refusal = await carryTo(store, act, run, contractId);
    if (refusal) refusals += 1;
    progress(all.length - waiting.length + index + 1, all.length);
  }
  return { contracts: waiting.length, refused: refusals };
}

type StoredRun = typeof standardRuns.$inferSelect;

async function carryTo(
  store: Store,
  act: Act,
  run: StoredRun,
  contractId: number,
): Promise<Reason | null> {
  const settle = (tx: Tx, set: Partial<typeof standardRunContracts.$inferInsert>) =>
    tx
      .update(standardRunContracts)
      .set(set)
      .where(
        and(
          eq(standardRunContracts.runId, run.id),
          eq(standardRunContracts.contractId, contractId),
        ),
      );
  try {
    await store.transact(async (tx) => {
      await settle(tx, { state: 'done', ...(await follow(store, tx, act, run, contractId)) });
    });
    return null;
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    const { code, params = {} } = error.reason;
    await store.transact(async (tx) => {
      await settle(tx, { state: 'refused', refusal: { code, params } });
    });
    return error.reason;
  }
}

async function follow(
  store: Store,
  tx: Tx,
  act: Act,
  run: StoredRun,
  contractId: number,
): Promise<{ added: number; changed: number; kept: number }> {
  const contract = await findContract(tx, act.scope, contractId);
  if (!contract) throw new Undone({ code: 'not_found' });
  const adoption = await adoptionFor(tx, run, contractId);
  if (!adoption) return { added: 0, changed: 0, kept: 0 };
  const steps = (
    await previewStandard(tx, act, run.standardId, {
      contracts: [contract],
      marketId: adoption.marketId,
      from: run.effectiveFrom,
      existing: run.existing,
    })
  ).get(contractId);
  for (const step of steps ?? []) await take(store, tx, act, { run, contract, adoption }, step);
  const count = (effect: FollowStep['effect']) =>
    (steps ?? []).filter((step) => step.effect === effect).length;
  return { added: count('add'), changed: count('change'), kept: count('keep') };
}

/** A change reaches who follows the standard still; an application makes a contract follow it. */
async function adoptionFor(tx: Tx, run: StoredRun, contractId: number) {
  const { standardId, marketId, effectiveFrom: since } = run;
  const own = and(eq(adoptions.standardId, standardId), eq(adoptions.contractId, contractId));
  const [there] = await tx.select().from(adoptions).where(own);
  if (there && run.kind === 'apply' && there.marketId !== marketId)
    await tx.update(adoptions).set({ marketId, since }).where(own);
  if (there) return { id: there.id, marketId: run.kind === 'apply' ? marketId : there.marketId };
  if (run.kind === 'change') return null;
  const adoption = { id: randomId(), standardId, contractId, marketId, since };
  await tx.insert(adoptions).values({ ...adoption, createdAt: run.createdAt });
  return { id: adoption.id, marketId };
}

type Taking = { run: StoredRun; contract: Contract; adoption: { id: number } };

/** Does one step by the verbs that people use, and remembers which version the standard wrote. */
async function take(
  store: Store,
  tx: Tx,
  act: Act,
  { run, contract, adoption }: Taking,
  step: FollowStep,
): Promise<void> {
  const { reason } = run;
  let termId = step.termId;
  for (const document of step.texts) {
    const said: Outcome<{ termId: number }> =
      termId === null
        ? await addTerm(store, act, { contractId: contract.id, document, reason })
        : await changeTerm(store, act, {
            ...{ contractId: contract.id, termId, document, reason, basedOn: null },
          });
    if (!said.ok) throw new Undone(said.fields?.[0] ?? said.reason);
    termId = said.value.termId;
  }
  if (termId === null) return;
  const term = await findTerm(tx, act.scope, contract.id, termId);
  const versionId =
    step.effect === 'keep' ? null : (latestVersion(term?.versions ?? [])?.id ?? null);
  await tx
    .insert(adoptedTerms)
    .values({ adoptionId: adoption.id, standardTermId: step.standardTermId, termId, versionId })
    .onConflictDoUpdate({
      target: [adoptedTerms.adoptionId, adoptedTerms.standardTermId],
      set: { termId, versionId },
    });
}
