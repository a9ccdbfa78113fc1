import { and, asc, eq, ne } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { brokenConstraint } from '~db/constraint';
import { vendorIdentifiers } from '~db/schema/identifiers';
import type { Store, Tx } from '~db/store.server';
import { identifierFields, type Identifier } from './identifier';
import { findVendor } from './vendor-queries.server';

/**
 * Enters a number by which the world knows a vendor, or (with `identifierId`) changes it. A number that another vendor
 * holds is refused to insiders with the holder's name where they may see it; a vendor's own people are never told: their
 * entry is kept as contested.
 */
export async function keepIdentifier(
  store: Store,
  act: Act,
  vendorId: number,
  identifierId: number | null,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(identifierFields, input);
  if (!fields.ok) return fields;
  try {
    return await store.transact((tx) => keep(tx, act, { vendorId, identifierId }, fields.value));
  } catch (error) {
    if (brokenConstraint(error) === 'unique') return refused('changed_meanwhile');
    throw error;
  }
}

type Place = { vendorId: number; identifierId: number | null };

async function keep(
  tx: Tx,
  act: Act,
  { vendorId, identifierId }: Place,
  identifier: Identifier,
): Promise<Outcome> {
  if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
  const before = identifierId === null ? null : await identifierOf(tx, vendorId, identifierId);
  if (before === undefined) return refused('not_found');
  const id = before?.id ?? randomId();
  const standing = await standingFor(tx, act, { id, vendorId }, identifier);
  if (!standing.ok) return standing;
  const after = { ...identifier, standing: standing.value };
  if (before) {
    await tx.update(vendorIdentifiers).set(after).where(eq(vendorIdentifiers.id, id));
    if (before.kind !== after.kind || before.value !== after.value) await passOn(tx, before);
  } else {
    const enteredAt = act.now.toISOString();
    await tx.insert(vendorIdentifiers).values({ id, vendorId, ...after, enteredAt });
  }
  await record(tx, act, {
    action: before ? 'identifier.changed' : 'identifier.added',
    entity: 'identifier',
    entityId: id,
    vendorId,
    before,
    after,
  });
  return done();
}

/** Takes a number out of the register; where another vendor had entered it too, it is now the holder. */
export async function removeIdentifier(
  store: Store,
  act: Act,
  vendorId: number,
  identifierId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = await identifierOf(tx, vendorId, identifierId);
    if (!before) return refused('not_found');
    await tx.delete(vendorIdentifiers).where(eq(vendorIdentifiers.id, identifierId));
    await passOn(tx, before);
    await record(tx, act, {
      action: 'identifier.removed',
      entity: 'identifier',
      entityId: identifierId,
      vendorId,
      before,
    });
    return done();
  });
}

async function identifierOf(tx: Tx, vendorId: number, identifierId: number) {
  const [row] = await tx
    .select()
    .from(vendorIdentifiers)
    .where(and(eq(vendorIdentifiers.id, identifierId), eq(vendorIdentifiers.vendorId, vendorId)));
  return row;
}

/** Whether the number is free for this vendor, and what is said where it is not. */
async function standingFor(
  tx: Tx,
  act: Act,
  own: { id: number; vendorId: number },
  { kind, value }: Identifier,
): Promise<Outcome<'held' | 'contested'>> {
  const same = await tx
    .select()
    .from(vendorIdentifiers)
    .where(
      and(
        eq(vendorIdentifiers.value, value),
        eq(vendorIdentifiers.kind, kind),
        ne(vendorIdentifiers.id, own.id),
      ),
    );
  if (same.some(({ vendorId }) => vendorId === own.vendorId))
    return refused('identifier_twice', { value }, 'value');
  const holder = same.find(({ standing }) => standing === 'held');
  if (!holder) return done('held');
  if (act.scope.kind === 'vendor') return done('contested');
  const vendor = await findVendor(tx, act.scope, holder.vendorId);
  return vendor
    ? refused('identifier_taken', { value, vendor: vendor.name, code: vendor.code }, 'value')
    : refused('identifier_taken_elsewhere', { value }, 'value');
}

/** A number that its holder gave up belongs to whoever entered it next. */
async function passOn(tx: Tx, left: typeof vendorIdentifiers.$inferSelect): Promise<void> {
  if (left.standing !== 'held') return;
  const [next] = await tx
    .select({ id: vendorIdentifiers.id })
    .from(vendorIdentifiers)
    .where(and(eq(vendorIdentifiers.value, left.value), eq(vendorIdentifiers.kind, left.kind)))
    .orderBy(asc(vendorIdentifiers.enteredAt), asc(vendorIdentifiers.id))
    .limit(1);
  if (next)
    await tx
      .update(vendorIdentifiers)
      .set({ standing: 'held' })
      .where(eq(vendorIdentifiers.id, next.id));
}
