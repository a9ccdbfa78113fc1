import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import {
  changesToConfirm,
  companiesToGrade,
  descriptionsToRead,
  descriptionToMend,
} from '~/desk/newcomer-task-queries.server';
import { questionnaireAnswers } from '~db/schema/self-service';
import { certificates, contacts, offerings, vendors } from '~db/schema/vendors';
import { describe as describeEverything, ownAct } from '../../tests/casts/newcomer';
import { keepOwnContact, keepOwnIdentifier, removeOwnContact } from './change-own-entry.server';
import { changeOwnRecord, confirmChange, refuseChange } from './change-own-record.server';
import { changesOfVendor, subjectsOfChanges } from './change-queries.server';
import { describeCompany } from './describe-company.server';
import { keepAnswers } from './keep-answers.server';
import { keepSubcontractor } from './keep-subcontractor.server';
import { findQuestionnaire } from './questionnaire-queries.server';
import { sectionsOfVendor, submissionToRead } from './section-queries.server';
import { returnSection, settleSubmission, submitCompany } from './submit-company.server';
import {
  castForEach,
  folder,
  store,
  cast,
  petra,
  invited,
} from '../../tests/casts/self-service-cast';

castForEach();

async function filled() {
  const { vendorId } = await invited();
  return { vendorId, nina: await describeEverything({ store, cast }, vendorId, folder) };
}

describe('a description', () => {
  it('is submitted when complete, sent back part by part, mended and submitted again', async () => {
    const { vendorId, nina } = await filled();
    expect(await submitCompany(store, nina, vendorId)).toMatchObject({ ok: true });
    const profile = { name: 'New Freight', country: 'FR', website: 'new.example' };
    const change = () => describeCompany(store, nina, vendorId, profile);
    expect(await change()).toMatchObject({ reason: { code: 'section_with_us' } });
    expect(await submitCompany(store, nina, vendorId)).toMatchObject({
      reason: { code: 'company_submitted' },
    });
    expect(await returnSection(store, petra, vendorId, 'profile', {})).toMatchObject({
      reason: { code: 'required', field: 'remark' },
    });
    const number = { kind: 'vat', value: 'IE6433435F' };
    const [theirs] = await store.read
      .select()
      .from(contacts)
      .where(eq(contacts.vendorId, vendorId));
    for (const locked of [
      await keepOwnIdentifier(store, nina, { vendorId, recordId: null }, number),
      await keepOwnContact(store, nina, { vendorId, recordId: null }, { name: 'B' }),
      await removeOwnContact(store, nina, vendorId, theirs!.id),
    ])
      expect(locked).toMatchObject({ reason: { code: 'section_with_us' } });
    expect(await descriptionsToRead(store.read, everything)).toMatchObject([
      { kind: 'company_submitted', params: { vendor: 'New Freight', count: 0 } },
    ]);
    expect(await companiesToGrade(store.read, everything)).toEqual([]);
    expect(await descriptionToMend(store.read, nina.scope)).toEqual([]);
    await returnSection(store, petra, vendorId, 'profile', { remark: 'Which country?' });
    expect(await descriptionsToRead(store.read, everything)).toEqual([]);
    expect(await settleSubmission(store, petra, vendorId)).toMatchObject({
      reason: { code: 'submission_settled' },
    });
    expect(await descriptionToMend(store.read, nina.scope)).toMatchObject([
      { kind: 'company_returned' },
    ]);
    const typed = { legal_form: 'AG' };
    expect(await keepAnswers(store, nina, vendorId, typed, { whole: true })).toMatchObject({
      reason: { code: 'section_with_us' },
    });
    expect(await change()).toMatchObject({ ok: true });
    expect(await submitCompany(store, nina, vendorId)).toMatchObject({ ok: true });
    expect(await change()).toMatchObject({ reason: { code: 'section_with_us' } });
    const [vendor] = await store.read.select().from(vendors).where(eq(vendors.id, vendorId));
    const facts = await sectionsOfVendor(store.read, everything, vendor!, '2024-01-12');
    expect(facts.find(({ section }) => section === 'profile')).toMatchObject({
      remark: 'Which country?',
      isReturned: false,
    });
    expect(vendor).toMatchObject({ status: 'screening', country: 'FR' });
    expect(await submissionToRead(store.read, everything, vendorId)).toMatchObject({
      isFirst: false,
      mended: ['profile'],
    });
    expect(await descriptionsToRead(store.read, everything)).toMatchObject([
      { kind: 'company_resubmitted', params: { vendor: 'New Freight', count: 1 } },
    ]);
    expect(await settleSubmission(store, petra, vendorId)).toMatchObject({ ok: true });
    expect(await descriptionsToRead(store.read, everything)).toEqual([]);
    expect(await companiesToGrade(store.read, everything)).toMatchObject([
      { kind: 'company_grade', params: { vendor: 'New Freight' } },
    ]);
  });

  it('is not submitted unfinished', async () => {
    const { vendorId } = await invited();
    expect(await submitCompany(store, ownAct(vendorId), vendorId)).toMatchObject({
      reason: { code: 'company_unfinished' },
    });
  });

  it('keeps on a page what can be read, of a workbook all or nothing', async () => {
    const { vendorId } = await invited();
    const nina = ownAct(vendorId);
    const typed = { legal_form: 'GmbH', employees: 'many' };
    expect(await keepAnswers(store, nina, vendorId, typed, { whole: true })).toMatchObject({
      ok: false,
    });
    expect(await store.read.$count(questionnaireAnswers)).toBe(0);
    expect(await keepAnswers(store, nina, vendorId, typed, { whole: false })).toMatchObject({
      fields: [{ code: 'not_a_number', field: 'employees' }],
    });
    const { answers } = await findQuestionnaire(store.read, nina.scope, vendorId);
    expect(answers).toEqual({ legal_form: 'GmbH' });
  });

  it('is nobody else’s to change', async () => {
    const { vendorId } = await invited();
    const hanna = ownAct(cast.vendor.harbour.id);
    const entry = { name: 'X', work: 'Y', country: 'FR', dataAccess: 'none' };
    expect(await keepSubcontractor(store, hanna, vendorId, null, entry)).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await submitCompany(store, hanna, vendorId)).toMatchObject({
      reason: { code: 'not_found' },
    });
  });
});

describe('what an admitted vendor changes', () => {
  it('waits for us, and leaves what is ours to say as it is', async () => {
    const { id } = cast.vendor.harbour;
    const hanna = ownAct(id);
    const [own] = await store.read.select().from(offerings).where(eq(offerings.vendorId, id));
    const input = {
      service: String(own!.serviceId),
      market: String(own!.marketId),
      capacity: '7000',
    };
    const claims = { ...input, sharePercent: '90', switchDays: '1', standbyOrder: '1' };
    const offering = { kind: 'offering', recordId: own!.id, input: claims } as const;
    expect(await changeOwnRecord(store, hanna, id, offering)).toEqual({
      ok: true,
      value: 'proposed',
    });
    const now = async () =>
      (await store.read.select().from(offerings).where(eq(offerings.id, own!.id)))[0];
    expect(await now()).toMatchObject({ capacity: '5000' });
    const [change] = await changesOfVendor(store.read, everything, id);
    expect(await changesToConfirm(store.read, everything)).toMatchObject([
      { kind: 'change_confirm', params: { vendor: 'Harbour Line', what: 'offering' } },
    ]);
    const about = await subjectsOfChanges(store.read, [change!], ({ nameEn }) => nameEn);
    expect(about.get(change!.id)).toBe('Line-haul · France');
    expect(await confirmChange(store, petra, id, change!.id)).toMatchObject({ ok: true });
    expect(await now()).toMatchObject({ capacity: '7000', sharePercent: '25', switchDays: 45 });
    expect(await confirmChange(store, petra, id, change!.id)).toMatchObject({
      reason: { code: 'change_decided' },
    });
  });

  it('waits as it was read, not as it was typed', async () => {
    const { id } = cast.vendor.harbour;
    const [own] = await store.read.select().from(offerings).where(eq(offerings.vendorId, id));
    const input = {
      service: String(own!.serviceId),
      market: String(own!.marketId),
      capacity: '１，０００',
      unitPrice: '4,85',
      currency: 'usd',
    };
    const offering = { kind: 'offering', recordId: own!.id, input } as const;
    expect(await changeOwnRecord(store, ownAct(id), id, offering)).toMatchObject({ ok: true });
    const [change] = await changesOfVendor(store.read, everything, id);
    expect(change?.input).toEqual({
      ...input,
      capacity: '1000',
      unitPrice: '4.85',
      currency: 'USD',
    });
    const unclear = { ...offering, input: { ...input, unitPrice: '4.8.5' } };
    expect(await changeOwnRecord(store, ownAct(id), id, unclear)).toMatchObject({
      reason: { code: 'not_a_number', field: 'unitPrice' },
    });
  });

  it('keeps its name until we confirm another', async () => {
    const { id } = cast.vendor.harbour;
    const input = { name: 'Brittle Freight', country: 'FR', website: '' };
    const profile = { kind: 'profile', recordId: id, input } as const;
    expect(await changeOwnRecord(store, ownAct(id), id, profile)).toMatchObject({
      value: 'proposed',
    });
    const nameOf = async () =>
      (await store.read.select().from(vendors).where(eq(vendors.id, id)))[0]?.name;
    expect(await nameOf()).toBe('Harbour Line');
    const [change] = await changesOfVendor(store.read, everything, id);
    await confirmChange(store, petra, id, change!.id);
    expect(await nameOf()).toBe('Brittle Freight');
  });

  it('is refused with a reason, and another vendor’s record is not found', async () => {
    const { harbour, brittle } = cast.vendor;
    const hanna = ownAct(harbour.id);
    const input = { kind: 'ISO 14001' };
    await changeOwnRecord(store, hanna, harbour.id, { kind: 'certificate', recordId: null, input });
    const [change] = await changesOfVendor(store.read, hanna.scope, harbour.id);
    await refuseChange(store, petra, harbour.id, change!.id, { remark: 'Send the copy' });
    const [decided] = await changesOfVendor(store.read, hanna.scope, harbour.id);
    expect(decided).toMatchObject({ state: 'refused', reason: 'Send the copy' });
    const [foreign] = await store.read
      .select()
      .from(certificates)
      .where(eq(certificates.vendorId, brittle.id));
    const theirs = { kind: 'certificate', recordId: foreign!.id, input: null } as const;
    expect(await changeOwnRecord(store, hanna, harbour.id, theirs)).toMatchObject({
      reason: { code: 'not_found' },
    });
  });
});
