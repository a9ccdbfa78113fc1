import { and, eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { insiderRecipients, queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { readFields } from '~/shared/fields';
import { textsOf } from '~/shared/form-values';
import { done, refused, type Outcome } from '~/shared/outcome';
import { certificateFields } from '~/vendors/certificate';
import { keepCertificate, removeCertificate } from '~/vendors/keep-certificate.server';
import { keepOffering, withdrawOffering } from '~/vendors/keep-offering.server';
import { fieldsOfOurs, fieldsOfVendor, offeringFields } from '~/vendors/offering';
import { findVendor } from '~/vendors/vendor-queries.server';
import { randomId } from '~db/columns';
import { vendorChanges } from '~db/schema/self-service';
import { certificates, offerings } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { findChange } from './change-queries.server';
import { describeCompany, profileFields } from './describe-company.server';
import { companyState } from './section';
import { returnFields } from './section-fields';
import { mayChangeSection } from './section-queries.server';

type Typed = Record<string, string>;

const SECTION_OF = {
  profile: 'profile',
  offering: 'offerings',
  certificate: 'certificates',
} as const;

/** A record of the vendor that we have to confirm once it is admitted; `input` null takes it out. */
export type OwnRecord = {
  kind: 'profile' | 'offering' | 'certificate';
  recordId: number | null;
  input: Typed | null;
};

/**
 * A vendor changes its profile, an offering or a certificate of its own: at once while it is on the way in, as a proposal that we
 * confirm once it is admitted. Refused is what the register would refuse.
 */
export async function changeOwnRecord(
  store: Store,
  act: Act,
  vendorId: number,
  own: OwnRecord,
): Promise<Outcome<'kept' | 'proposed'>> {
  return store.transact(async (tx) => {
    const section = SECTION_OF[own.kind];
    const allowed = await mayChangeSection(tx, act, vendorId, section);
    if (!allowed.ok) return allowed;
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor || !(await isOwn(tx, vendorId, own))) return refused('not_found');
    if (companyState(vendor.status, []) !== 'admitted') {
      const kept = await apply(store, tx, act, vendorId, own);
      return kept.ok ? done('kept') : kept;
    }
    const read = readInput(own);
    return read.ok ? propose(tx, act, vendor, { ...own, input: read.value }) : read;
  });
}

/** What was typed, as it was read: `4,85` waits as 4.85 and full-width figures in normal width, for whoever confirms it. */
function readInput({ kind, input }: OwnRecord): Outcome<Typed | null> {
  if (input === null) return done(null);
  const fields =
    kind === 'profile'
      ? readFields(profileFields, input)
      : kind === 'offering'
        ? readFields(offeringFields, input)
        : readFields(certificateFields, input);
  if (!fields.ok) return fields;
  const read = new Map<string, unknown>(Object.entries(fields.value));
  return done(
    Object.fromEntries(
      Object.entries(input).map(([name, typed]) => [name, textOf(read.get(name), typed)]),
    ),
  );
}

function textOf(read: unknown, typed: string): string {
  if (read === null) return '';
  return typeof read === 'string' || typeof read === 'number' ? String(read) : typed;
}

async function propose(
  tx: Tx,
  act: Act,
  { id: vendorId, name: vendor }: { id: number; name: string },
  { kind, recordId, input }: OwnRecord,
): Promise<Outcome<'proposed'>> {
  const id = randomId();
  await tx.insert(vendorChanges).values({
    id,
    vendorId,
    kind,
    recordId,
    input,
    state: 'open',
    proposedAt: act.now.toISOString(),
    proposedBy: personIdOf(act),
  });
  await record(tx, act, {
    action: 'vendor_change.proposed',
    entity: 'vendor_change',
    entityId: id,
    vendorId,
    after: { kind, recordId, ...input },
  });
  await queueMail(tx, act, await insiderRecipients(tx, 'procurement', vendorId), {
    template: 'changeProposed',
    params: { vendor, link: `/vendors/${vendorId}/company` },
    vendorId,
  });
  return done('proposed');
}

/** Confirms what a vendor proposed: the register changes as if we had entered it. */
export async function confirmChange(
  store: Store,
  act: Act,
  vendorId: number,
  changeId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const change = await openChange(tx, act, vendorId, changeId);
    if (!change.ok) return change;
    const kept = await apply(store, tx, act, vendorId, change.value);
    if (!kept.ok) return kept;
    return decide(tx, act, vendorId, changeId, { state: 'confirmed', reason: null });
  });
}

/** Refuses what a vendor proposed, with the reason for it to read. */
export async function refuseChange(
  store: Store,
  act: Act,
  vendorId: number,
  changeId: number,
  input: unknown,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const change = await openChange(tx, act, vendorId, changeId);
    if (!change.ok) return change;
    const fields = readFields(returnFields, input);
    if (!fields.ok) return fields;
    const reason = fields.value.remark;
    return decide(tx, act, vendorId, changeId, { state: 'refused', reason });
  });
}

async function openChange(tx: Tx, act: Act, vendorId: number, changeId: number) {
  await tx.lockRow('vendor_changes', 'id', changeId);
  const change = await findChange(tx, act.scope, vendorId, changeId);
  if (!change) return refused('not_found');
  return change.state === 'open' ? done(change) : refused('change_decided');
}

async function decide(
  tx: Tx,
  act: Act,
  vendorId: number,
  changeId: number,
  decision: { state: 'confirmed' | 'refused'; reason: string | null },
): Promise<Outcome> {
  await tx
    .update(vendorChanges)
    .set({ ...decision, decidedAt: act.now.toISOString(), decidedBy: personIdOf(act) })
    .where(eq(vendorChanges.id, changeId));
  const isConfirmed = decision.state === 'confirmed';
  await record(tx, act, {
    action: isConfirmed ? 'vendor_change.confirmed' : 'vendor_change.refused',
    entity: 'vendor_change',
    entityId: changeId,
    vendorId,
    after: decision,
  });
  await queueMail(tx, act, await vendorRecipients(tx, vendorId), {
    template: isConfirmed ? 'changeConfirmed' : 'changeRefused',
    params: { reason: decision.reason, link: '/company' },
    vendorId,
  });
  return done();
}

async function apply(
  store: Store,
  tx: Tx,
  act: Act,
  vendorId: number,
  { kind, recordId, input }: OwnRecord,
): Promise<Outcome> {
  if (kind === 'profile') return describeCompany(store, act, vendorId, input ?? {});
  if (kind === 'certificate') {
    if (input !== null) return keepCertificate(store, act, vendorId, recordId, input);
    return recordId === null ? done() : removeCertificate(store, act, vendorId, recordId);
  }
  if (input === null)
    return recordId === null ? done() : withdrawOffering(store, act, vendorId, recordId);
  const said = textsOf(input, fieldsOfVendor);
  const ours = recordId === null ? {} : await whatWeKeep(tx, recordId);
  return keepOffering(store, act, vendorId, recordId, { ...ours, ...said });
}

/** What we keep of an offering: a vendor's change leaves it as it is. */
async function whatWeKeep(tx: Tx, offeringId: number): Promise<Typed> {
  const [row] = await tx.select().from(offerings).where(eq(offerings.id, offeringId));
  return Object.fromEntries(
    fieldsOfOurs.flatMap((name) => (row?.[name] == null ? [] : [[name, String(row[name])]])),
  );
}

async function isOwn(tx: Tx, vendorId: number, { kind, recordId }: OwnRecord): Promise<boolean> {
  if (recordId === null || kind === 'profile') return true;
  const table = kind === 'offering' ? offerings : certificates;
  const count = await tx.$count(table, and(eq(table.id, recordId), eq(table.vendorId, vendorId)));
  return count > 0;
}
