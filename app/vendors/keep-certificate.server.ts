import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { certificates } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { certificateFields } from './certificate';
import { findVendor } from './vendor-queries.server';

/** Enters a certificate or licence with its dates, or (with `certificateId`) changes it. */
export async function keepCertificate(
  store: Store,
  act: Act,
  vendorId: number,
  certificateId: number | null,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(certificateFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = certificateId === null ? null : await certificateOf(tx, vendorId, certificateId);
    if (before === undefined) return refused('not_found');
    const id = before?.id ?? randomId();
    if (before) await tx.update(certificates).set(fields.value).where(eq(certificates.id, id));
    else await tx.insert(certificates).values({ id, vendorId, ...fields.value });
    await record(tx, act, {
      action: before ? 'certificate.changed' : 'certificate.added',
      entity: 'certificate',
      entityId: id,
      vendorId,
      before,
      after: fields.value,
    });
    return done();
  });
}

/** Takes a certificate out of the register. */
export async function removeCertificate(
  store: Store,
  act: Act,
  vendorId: number,
  certificateId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = await certificateOf(tx, vendorId, certificateId);
    if (!before) return refused('not_found');
    await tx.delete(certificates).where(eq(certificates.id, certificateId));
    await record(tx, act, {
      action: 'certificate.removed',
      entity: 'certificate',
      entityId: certificateId,
      vendorId,
      before,
    });
    return done();
  });
}

async function certificateOf(tx: Tx, vendorId: number, certificateId: number) {
  const [row] = await tx
    .select()
    .from(certificates)
    .where(and(eq(certificates.id, certificateId), eq(certificates.vendorId, vendorId)));
  return row;
}
