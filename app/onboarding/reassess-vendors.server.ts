import { and, eq, isNull } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { randomId } from '~db/columns';
import { reassessments } from '~db/schema/onboarding';
import type { Store, Tx } from '~db/store.server';
import { reassessmentOf, type Reassessment } from './reassessment';
import { standingFacts } from './reassessment-queries.server';

type Standing = typeof reassessments.$inferSelect;

/**
 * Asks for a new assessment of every vendor that is due for one by a day, and takes back what is no longer called for:
 * the store then says what `reassessmentOf` says, however often and after whatever pause it runs.
 */
export async function reassessVendors(store: Store, now: Date, asOf: string) {
  const act: Act = { actor: { kind: 'job', job: 'reassess' }, now, scope: everything };
  return store.transact(async (tx) => {
    const due = new Map(
      [...(await standingFacts(tx, asOf))].flatMap(([vendorId, facts]) => {
        const asked = reassessmentOf(facts, asOf);
        return asked === null ? [] : [[vendorId, asked] as const];
      }),
    );
    const open = await tx.select().from(reassessments).where(isNull(reassessments.endedAt));
    const isSame = (row: Standing) => {
      const asked = due.get(row.vendorId);
      return asked?.cause === row.cause && asked.occasion === row.occasion;
    };
    const over = open.filter((row) => !isSame(row));
    const standing = new Set(open.filter(isSame).map(({ vendorId }) => vendorId));
    const raised = [...due].filter(([vendorId]) => !standing.has(vendorId));
    await takeBack(tx, act, over);
    await raise(tx, act, raised);
    return { reassessmentsRaised: raised.length, reassessmentsEnded: over.length };
  });
}

async function takeBack(tx: Tx, act: Act, over: readonly Standing[]): Promise<void> {
  const endedAt = act.now.toISOString();
  await tx.updateMany(
    reassessments,
    { by: ['id'], set: ['endedAt'] },
    over.map(({ id }) => ({ id, endedAt })),
  );
  await recordAll(
    tx,
    act,
    over.map(({ id, vendorId, cause, occasion }) => ({
      action: 'reassessment.taken_back',
      entity: 'reassessment',
      entityId: id,
      vendorId,
      before: { cause, occasion },
    })),
  );
}

async function raise(
  tx: Tx,
  act: Act,
  raised: readonly (readonly [number, Reassessment])[],
): Promise<void> {
  const raisedAt = act.now.toISOString();
  const rows = raised.map(([vendorId, asked]) => ({
    id: randomId(),
    vendorId,
    ...asked,
    raisedAt,
  }));
  await tx.insertMany(reassessments, rows);
  await recordAll(
    tx,
    act,
    rows.map(({ id, vendorId, cause, occasion, dueOn }) => ({
      action: 'reassessment.raised',
      entity: 'reassessment',
      entityId: id,
      vendorId,
      after: { cause, occasion, dueOn },
    })),
  );
}

/** An assessment has begun: what was asked for of this vendor is answered. */
export async function answerReassessment(tx: Tx, act: Act, vendorId: number): Promise<void> {
  const ended = await tx
    .update(reassessments)
    .set({ endedAt: act.now.toISOString() })
    .where(and(eq(reassessments.vendorId, vendorId), isNull(reassessments.endedAt)))
    .returning({ id: reassessments.id, cause: reassessments.cause });
  await recordAll(
    tx,
    act,
    ended.map(({ id, cause }) => ({
      action: 'reassessment.begun',
      entity: 'reassessment',
      entityId: id,
      vendorId,
      before: { cause },
    })),
  );
}
