import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { checkEvents, dueDiligenceChecks } from '~db/schema/diligence';
import type { Tx } from '~db/store.server';

type CheckRow = typeof dueDiligenceChecks.$inferSelect;
type Happened = Pick<typeof checkEvents.$inferInsert, 'kind' | 'result' | 'text'> & {
  /** Whom it is about, where `text` is that person's name: the audit trail keeps the number alone. */
  whom?: number;
};

/** Changes a check, and writes what happened into its story and into the audit trail. */
export async function moveCheck(
  tx: Tx,
  act: Act,
  check: CheckRow,
  change: Partial<CheckRow>,
  { whom, ...happened }: Happened,
): Promise<void> {
  if (Object.keys(change).length > 0)
    await tx.update(dueDiligenceChecks).set(change).where(eq(dueDiligenceChecks.id, check.id));
  await tx.insert(checkEvents).values({
    checkId: check.id,
    at: act.now.toISOString(),
    personId: personIdOf(act),
    byPortal: act.actor.kind !== 'person',
    ...happened,
  });
  await record(tx, act, {
    action: `check.${happened.kind}`,
    entity: 'check',
    entityId: check.id,
    vendorId: check.vendorId,
    before: { state: check.state },
    after: {
      check: check.kind,
      ...(whom === undefined ? { text: happened.text } : { personId: whom }),
      ...change,
    },
  });
}
