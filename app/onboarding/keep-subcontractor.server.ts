import { and, eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { subcontractors } from '~db/schema/self-service';
import type { Store, Tx } from '~db/store.server';
import { mayChangeSection } from './section-queries.server';
import { subcontractorFields } from './subcontractor-fields';

/** Enters whom a vendor works with, or (with `subcontractorId`) changes the entry. */
export async function keepSubcontractor(
  store: Store,
  act: Act,
  vendorId: number,
  subcontractorId: number | null,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(subcontractorFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const allowed = await mayChangeSection(tx, act, vendorId, 'subcontractors');
    if (!allowed.ok) return allowed;
    const before =
      subcontractorId === null ? null : await subcontractorOf(tx, vendorId, subcontractorId);
    if (before === undefined) return refused('not_found');
    const id = before?.id ?? randomId();
    if (before) await tx.update(subcontractors).set(fields.value).where(eq(subcontractors.id, id));
    else await tx.insert(subcontractors).values({ id, vendorId, ...fields.value });
    await record(tx, act, {
      action: before ? 'subcontractor.changed' : 'subcontractor.added',
      entity: 'subcontractor',
      entityId: id,
      vendorId,
      before,
      after: fields.value,
    });
    return done();
  });
}

/** Takes a subcontractor off the list. */
export async function removeSubcontractor(
  store: Store,
  act: Act,
  vendorId: number,
  subcontractorId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const allowed = await mayChangeSection(tx, act, vendorId, 'subcontractors');
    if (!allowed.ok) return allowed;
    const before = await subcontractorOf(tx, vendorId, subcontractorId);
    if (!before) return refused('not_found');
    await tx.delete(subcontractors).where(eq(subcontractors.id, subcontractorId));
    await record(tx, act, {
      action: 'subcontractor.removed',
      entity: 'subcontractor',
      entityId: subcontractorId,
      vendorId,
      before,
    });
    return done();
  });
}

async function subcontractorOf(tx: Tx, vendorId: number, id: number) {
  const [row] = await tx
    .select()
    .from(subcontractors)
    .where(and(eq(subcontractors.id, id), eq(subcontractors.vendorId, vendorId)));
  return row;
}
