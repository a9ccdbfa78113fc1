import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { adoptedTerms, adoptions, standardRuns } from '~db/schema/standards';
import type { Reader, Store, Tx } from '~db/store.server';
import { addTerm } from './add-term.server';
import { previewStandard } from './apply-standard.server';
import { changeTerm } from './change-term.server';
import { findContract, type Contract } from './contract-queries.server';
import { isAsShown, type FollowStep } from './follow-standard';
import { findTerm } from './term-queries.server';
import { latestVersion } from './term-version';
import { withdrawTerm } from './withdraw-term.server';

export type StoredRun = typeof standardRuns.$inferSelect;

export type TakeStandard = {
  contractId: number;
  run: StoredRun;
  /** From when on; earlier than the run where it takes over what an earlier one only proposed. */
  from: string;
  /** What was shown to whoever approved it; null where nobody has to. */
  shown: readonly FollowStep[] | null;
};

/**
 * Lets a contract say what a standard says, by the verbs that people use, and remembers which versions the standard wrote.
 * Refused where it would do something else than was shown. A refusal has to undo the open transaction.
 */
export async function takeStandard(
  store: Store,
  act: Act,
  { contractId, run, from, shown }: TakeStandard,
): Promise<Outcome<{ steps: FollowStep[] }>> {
  return store.transact(async (tx) => {
    const contract = await findContract(tx, act.scope, contractId);
    const marketId = await marketFollowed(tx, run, contractId);
    if (!contract) return refused('not_found');
    if (marketId === null) return done({ steps: [] });
    const steps = await stepsFor(tx, act, { run, contract, from });
    if (shown && !isAsShown(shown, steps)) return refused('changed_meanwhile');
    const adoptionId = await adopt(tx, run, { contractId, marketId });
    for (const step of steps) {
      const taken = await take(store, tx, act, { run, contract, adoptionId }, step);
      if (!taken.ok) return taken;
    }
    return done({ steps });
  });
}

/** The same for a change of an amendment, which names its run and what was shown. */
export async function takeFromRun(
  store: Store,
  act: Act,
  contractId: number,
  { runId, from, steps: shown }: { runId: number; from: string; steps: readonly FollowStep[] },
): Promise<Outcome> {
  const [run] = await store.transact((tx) =>
    tx.select().from(standardRuns).where(eq(standardRuns.id, runId)),
  );
  if (!run) return refused('not_found');
  const taken = await takeStandard(store, act, { contractId, run, from, shown });
  return taken.ok ? done() : taken;
}

/** The market in which a contract follows, or by the run is to follow, a standard; null where it no longer does. */
async function marketFollowed(
  reader: Reader,
  run: StoredRun,
  contractId: number,
): Promise<number | null> {
  if (run.kind === 'apply') return run.marketId;
  const [there] = await reader.select().from(adoptions).where(ownAdoption(run, contractId));
  return there?.marketId ?? null;
}

/** What a run does to a contract, step by step, without doing it; nothing where the contract no longer follows. */
export async function stepsFor(
  reader: Reader,
  act: Pick<Act, 'scope'>,
  { run, contract, from }: { run: StoredRun; contract: Contract; from: string },
): Promise<FollowStep[]> {
  const marketId = await marketFollowed(reader, run, contract.id);
  if (marketId === null) return [];
  const { standardId, existing } = run;
  const how = { contracts: [contract], marketId, from, existing };
  return (await previewStandard(reader, act, standardId, how)).get(contract.id) ?? [];
}

const ownAdoption = ({ standardId }: StoredRun, contractId: number) =>
  and(eq(adoptions.standardId, standardId), eq(adoptions.contractId, contractId));

async function adopt(
  tx: Tx,
  run: StoredRun,
  { contractId, marketId }: { contractId: number; marketId: number },
): Promise<number> {
  const { standardId, effectiveFrom: since } = run;
  const [there] = await tx.select().from(adoptions).where(ownAdoption(run, contractId));
  if (there && there.marketId !== marketId)
    await tx.update(adoptions).set({ marketId, since }).where(ownAdoption(run, contractId));
  if (there) return there.id;
  const adoption = { id: randomId(), standardId, contractId, marketId, since };
  await tx.insert(adoptions).values({ ...adoption, createdAt: run.createdAt });
  return adoption.id;
}

type Taking = { run: StoredRun; contract: Contract; adoptionId: number };

async function take(
  store: Store,
  tx: Tx,
  act: Act,
  { run: { reason }, contract, adoptionId }: Taking,
  step: FollowStep,
): Promise<Outcome> {
  let termId = step.termId;
  if (termId !== null && step.endsOn !== undefined) {
    const lastDay = step.endsOn;
    const ended = await withdrawTerm(store, act, {
      ...{ contractId: contract.id, termId, lastDay, reason },
    });
    if (!ended.ok) return ended;
    const left = await findTerm(tx, act.scope, contract.id, termId);
    if (left?.withdrawnAt !== null) termId = step.texts.length > 0 ? null : termId;
  }
  for (const document of step.texts) {
    const said: Outcome<{ termId: number }> =
      termId === null
        ? await addTerm(store, act, { contractId: contract.id, document, reason })
        : await changeTerm(store, act, {
            ...{ contractId: contract.id, termId, document, reason, basedOn: null },
          });
    if (!said.ok) return said;
    termId = said.value.termId;
  }
  if (termId === null) return done();
  const term = await findTerm(tx, act.scope, contract.id, termId);
  const versionId =
    step.effect === 'keep' ? null : (latestVersion(term?.versions ?? [])?.id ?? null);
  await tx
    .insert(adoptedTerms)
    .values({ adoptionId, standardTermId: step.standardTermId, termId, versionId })
    .onConflictDoUpdate({
      target: [adoptedTerms.adoptionId, adoptedTerms.standardTermId],
      set: { termId, versionId },
    });
  return done();
}
