import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { auditEntries, auditHead } from '~db/schema/audit';
import type { Tx } from '~db/store.server';
import { canonical, type Change } from './entry';
import { sealAct } from './sealed-entries.server';

/**
 * Writes the audit entry of a change, in the change's own transaction, chained to the entry before it. What is personal in
 * it is sealed before the hash is reckoned: the chain stays whole when a person is erased.
 */
export async function record(tx: Tx, act: Act, change: Change): Promise<void> {
  await recordAll(tx, act, [change]);
}

/** The same for several changes of one act, chained in their order. */
export async function recordAll(tx: Tx, act: Act, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.insert(auditHead).values({ id: 1, hash: '' }).onConflictDoNothing();
  await tx.lockRow('audit_head', 'id', 1);
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, 1));
  let previousHash = head?.hash ?? '';
  const sealed = await sealAct(tx, act, changes);
  const entries = changes.map((change, index) => {
    const entry = {
      at: act.now.toISOString(),
      personId: personIdOf(act),
      actor: actorName(act),
      actorKind: act.actor.kind,
      address: sealed.address,
      action: change.action,
      entity: change.entity,
      entityId: String(change.entityId),
      vendorId: change.vendorId ?? null,
      before: sealed.changes[index]?.before ?? null,
      after: sealed.changes[index]?.after ?? null,
      previousHash,
    };
    previousHash = entryHash(entry);
    return { ...entry, hash: previousHash };
  });
  await tx.insertMany(auditEntries, entries);
  await tx.update(auditHead).set({ hash: previousHash }).where(eq(auditHead.id, 1));
}

/** SHA-256 over the entry and the hash of the one before it; an entry without a kind of actor is from before there was one. */
export function entryHash({ actorKind, ...entry }: Record<string, unknown>): string {
  const kept = actorKind == null ? entry : { ...entry, actorKind };
  return createHash('sha256').update(canonical(kept)).digest('hex');
}

/** People are kept by their number alone: their name is read from where it can be changed and erased. */
function actorName({ actor }: Act): string {
  switch (actor.kind) {
    case 'person':
      return `person ${actor.personId} (${actor.role})`;
    case 'visitor':
      return 'visitor';
    case 'job':
      return `job ${actor.job}`;
    case 'command':
      return 'command line';
  }
}
