import { personIdOf, type Act } from '~/auth/act';
import { machineClock } from '~/shared/clock';
import { work } from '~db/schema/jobs';
import type { Tx } from '~db/store.server';
import type { WorkInput } from './work';

/** Puts long work into the store, in the transaction that asks for it; a worker takes it from there. */
export async function queueWork<Kind extends keyof WorkInput>(
  tx: Tx,
  act: Act,
  kind: Kind,
  input: WorkInput[Kind],
  vendorId: number | null = null,
): Promise<number> {
  const [queued] = await tx
    .insert(work)
    .values({
      kind,
      input,
      vendorId,
      personId: personIdOf(act),
      state: 'waiting',
      createdAt: machineClock.now().toISOString(),
    })
    .returning({ id: work.id });
  if (!queued) throw new Error('the work was not queued');
  return queued.id;
}
