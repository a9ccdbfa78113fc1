import { and, eq, isNull } from 'drizzle-orm';
import { dayOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { findVendor } from '~/vendors/vendor-queries.server';
import { randomId } from '~db/columns';
import { risks } from '~db/schema/risks';
import type { Store, Tx } from '~db/store.server';
import { riskFields } from './risk-fields';

/** Enters a risk of a vendor into the register, or (with `riskId`) an open one's review. */
export async function keepRisk(
  store: Store,
  act: Act,
  vendorId: number,
  riskId: number | null,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(riskFields, input);
  if (!fields.ok) return fields;
  if (fields.value.reviewedOn > dayOf(act.now)) return refused('date_in_future', {}, 'reviewedOn');
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = riskId === null ? null : await openRisk(tx, vendorId, riskId);
    if (before === undefined) return refused('not_found');
    const id = before?.id ?? randomId();
    if (before) await tx.update(risks).set(fields.value).where(eq(risks.id, id));
    else await tx.insert(risks).values({ id, vendorId, ...fields.value });
    await record(tx, act, {
      action: before ? 'risk.revised' : 'risk.raised',
      entity: 'risk',
      entityId: id,
      vendorId,
      before,
      after: fields.value,
    });
    return done();
  });
}

/** Closes a risk: it stays in the register as history. */
export async function closeRisk(
  store: Store,
  act: Act,
  vendorId: number,
  riskId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = await openRisk(tx, vendorId, riskId);
    if (!before) return refused('not_found');
    const closedAt = act.now.toISOString();
    await tx.update(risks).set({ closedAt }).where(eq(risks.id, riskId));
    await record(tx, act, {
      action: 'risk.closed',
      entity: 'risk',
      entityId: riskId,
      vendorId,
      before,
      after: { closedAt },
    });
    return done();
  });
}

async function openRisk(tx: Tx, vendorId: number, riskId: number) {
  const [row] = await tx
    .select()
    .from(risks)
    .where(and(eq(risks.id, riskId), eq(risks.vendorId, vendorId), isNull(risks.closedAt)));
  return row;
}
