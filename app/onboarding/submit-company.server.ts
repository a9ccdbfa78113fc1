import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { insiderRecipients, queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { changeVendorStatus } from '~/vendors/change-vendor-status.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { companySubmissions, vendorSections } from '~db/schema/self-service';
import type { Store, Tx } from '~db/store.server';
import { canBeEmpty, companyState, unfinished, type Section } from './section';
import { returnFields } from './section-fields';
import { mayChangeSection, sectionsOfVendor } from './section-queries.server';

/** A vendor submits its description for screening, or again after sections were sent back. */
export async function submitCompany(store: Store, act: Act, vendorId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('vendors', 'id', vendorId);
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    const facts = await sectionsOfVendor(tx, act.scope, vendor, dayOf(act.now));
    const state = companyState(vendor.status, facts);
    if (state === 'submitted' || state === 'admitted') return refused('company_submitted');
    if (unfinished(facts).length > 0) return refused('company_unfinished');
    if (state === 'filling') {
      const moved = await changeVendorStatus(store, act, vendorId, { status: 'screening' });
      if (!moved.ok) return moved;
    }
    await answerRemarks(tx, act, vendorId);
    await settleSubmissions(tx, act, vendorId);
    await tx.insert(companySubmissions).values({
      vendorId,
      isFirst: state === 'filling',
      mended: facts.filter(({ isReturned }) => isReturned).map(({ section }) => section),
      submittedAt: act.now.toISOString(),
      submittedBy: personIdOf(act),
    });
    await record(tx, act, {
      action: state === 'filling' ? 'company.submitted' : 'company.resubmitted',
      entity: 'company',
      entityId: vendorId,
      vendorId,
    });
    await queueMail(tx, act, await insiderRecipients(tx, 'procurement', vendorId), {
      template: state === 'filling' ? 'companySubmitted' : 'companyResubmitted',
      params: { vendor: vendor.name, link: `/vendors/${vendorId}/company` },
      vendorId,
    });
    return done();
  });
}

async function answerRemarks(tx: Tx, act: Act, vendorId: number): Promise<void> {
  await tx
    .update(vendorSections)
    .set({ answeredAt: act.now.toISOString() })
    .where(
      and(
        eq(vendorSections.vendorId, vendorId),
        isNotNull(vendorSections.remark),
        isNull(vendorSections.answeredAt),
      ),
    );
}

/** Sends a section back to the vendor with a remark; it may then be changed until the vendor submits anew. */
export async function returnSection(
  store: Store,
  act: Act,
  vendorId: number,
  section: Section,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(returnFields, input);
  if (!fields.ok) return fields;
  const { remark } = fields.value;
  return store.transact(async (tx) => {
    await tx.lockRow('vendors', 'id', vendorId);
    const vendor = await findVendor(tx, act.scope, vendorId);
    if (!vendor) return refused('not_found');
    if (vendor.status !== 'screening' && vendor.status !== 'prospect')
      return refused('section_not_in_screening');
    const returned = {
      remark,
      returnedAt: act.now.toISOString(),
      returnedBy: personIdOf(act),
      answeredAt: null,
    };
    await keep(tx, vendorId, section, returned);
    await settleSubmissions(tx, act, vendorId);
    await record(tx, act, {
      action: 'company.section_returned',
      entity: 'company',
      entityId: vendorId,
      vendorId,
      after: { section, remark },
    });
    await queueMail(tx, act, await vendorRecipients(tx, vendorId), {
      template: 'companyReturned',
      params: { vendor: vendor.name, remark, link: `/company/${section}` },
      vendorId,
    });
    return done();
  });
}

/**
 * Somebody of ours has gone through what a vendor submitted and finds nothing to send back: it no longer waits on a desk.
 * Refused where nothing waits (`submission_settled`), as while parts are with the vendor.
 */
export async function settleSubmission(store: Store, act: Act, vendorId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('vendors', 'id', vendorId);
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    if (!(await settleSubmissions(tx, act, vendorId))) return refused('submission_settled');
    await record(tx, act, {
      action: 'company.accepted',
      entity: 'company',
      entityId: vendorId,
      vendorId,
    });
    return done();
  });
}

/** Takes what a vendor submitted off our desks; whether anything was there. */
async function settleSubmissions(tx: Tx, act: Act, vendorId: number): Promise<boolean> {
  const settled = await tx
    .update(companySubmissions)
    .set({ settledAt: act.now.toISOString(), settledBy: personIdOf(act) })
    .where(and(eq(companySubmissions.vendorId, vendorId), isNull(companySubmissions.settledAt)))
    .returning({ id: companySubmissions.id });
  return settled.length > 0;
}

/** A vendor says that there is nothing to enter in a section, or takes that back. */
export async function declareNothing(
  store: Store,
  act: Act,
  vendorId: number,
  section: Section,
  nothing: boolean,
): Promise<Outcome> {
  if (!canBeEmpty(section)) return refused('not_found');
  return store.transact(async (tx) => {
    const allowed = await mayChangeSection(tx, act, vendorId, section);
    if (!allowed.ok) return allowed;
    await keep(tx, vendorId, section, { nothing });
    await record(tx, act, {
      action: nothing ? 'company.nothing_declared' : 'company.nothing_withdrawn',
      entity: 'company',
      entityId: vendorId,
      vendorId,
      after: { section },
    });
    return done();
  });
}

type Said = Partial<Omit<typeof vendorSections.$inferInsert, 'vendorId' | 'section'>>;

async function keep(tx: Tx, vendorId: number, section: Section, said: Said): Promise<void> {
  await tx
    .insert(vendorSections)
    .values({ vendorId, section, ...said })
    .onConflictDoUpdate({ target: [vendorSections.vendorId, vendorSections.section], set: said });
}
