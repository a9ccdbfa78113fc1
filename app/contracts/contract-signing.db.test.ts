import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { documentsOf } from '~/documents/document-queries.server';
import { takeDocument } from '~/documents/keep-document.server';
import { mails } from '~db/schema/notifications';
import { vendors } from '~db/schema/vendors';
import type { VendorStatus } from '~/vendors/vendor';
import { approveContract } from './approve-contract.server';
import { addTerm } from './add-term.server';
import { changeContract } from './change-contract.server';
import { findContract } from './contract-queries.server';
import { returnContract } from './return-contract.server';
import { signContract } from './sign-contract.server';
import { submitContract } from './submit-contract.server';
import { stepsOfContract } from './contract-step-queries.server';
import { terminateContract } from './terminate-contract.server';
import {
  castForEach,
  act,
  store,
  cast,
  draft,
  create,
  by,
  signing,
  requireAuditRight,
} from '../../tests/casts/contract-cast';

castForEach();

describe('the way to a signed contract', () => {
  const stateOf = async (contractId: number) =>
    (await findContract(store.read, everything, contractId))?.state;

  it('takes two others, a manager where it must be one, and a signature', async () => {
    const { petra, pablo, mona } = cast.person;
    const contractId = await create();
    const approve = (person: typeof petra) => approveContract(store, by(person), contractId);
    expect(await approve(pablo)).toMatchObject({ reason: { code: 'contract_not_in_review' } });
    await submitContract(store, by(petra), contractId);
    expect(await store.read.$count(mails)).toBe(3);
    expect(await approve(petra)).toMatchObject({ reason: { code: 'approval_own' } });
    expect(await approve(pablo)).toMatchObject({ value: { approved: false } });
    expect(await approve(pablo)).toMatchObject({ reason: { code: 'approval_twice' } });
    const early = await signContract(store, by(petra), signing(contractId));
    expect(early).toMatchObject({ reason: { code: 'contract_not_approved' } });
    expect(await approve(mona)).toMatchObject({ value: { approved: true } });
    expect(await signContract(store, by(petra), signing(contractId))).toMatchObject({ ok: true });
    expect(await findContract(store.read, everything, contractId)).toMatchObject({
      ...{ state: 'active', signedOn: '2024-01-11' },
    });
    const steps = await stepsOfContract(store.read, contractId);
    expect(steps.map(({ step, personName }) => [step, personName])).toEqual([
      ['submitted', petra.name],
      ['approved', pablo.name],
      ['approved', mona.name],
      ['signed', petra.name],
    ]);
  });

  it('is told to who submitted it, and to the vendor once it is signed', async () => {
    const { petra, pablo, mona } = cast.person;
    const contractId = await create({ number: 'L-1', vendor: 'HARBOUR' });
    await submitContract(store, by(petra), contractId);
    await returnContract(store, by(pablo), { contractId, remarks: ' The fee\0 is too high ' });
    await submitContract(store, by(petra), contractId);
    await approveContract(store, by(pablo), contractId);
    await approveContract(store, by(mona), contractId);
    await signContract(store, by(petra), signing(contractId));
    await terminateContract(store, by(petra), {
      ...{ contractId, lastDay: '2024-06-30', reason: ' Route\0 given up ' },
    });
    const letters = await store.read.select().from(mails);
    const told = (template: string) =>
      letters.filter((mail) => mail.template === template).map(({ toAddress }) => toAddress);
    const saying = (template: string) =>
      letters.find((mail) => mail.template === template)?.body ?? '';
    expect(told('contractReturned')).toEqual([petra.email]);
    expect(saying('contractReturned')).toContain('\n\nThe fee is too high\n');
    expect(saying('contractTerminated')).toContain('\n\nRoute given up\n');
    expect(told('contractApproved')).toEqual([petra.email]);
    expect(told('contractSigned')).toEqual([cast.person.hanna.email]);
    expect(told('contractTerminated')).toEqual([cast.person.hanna.email]);
  });

  it('leads back to a draft with remarks; nothing changes meanwhile', async () => {
    const { petra, pablo } = cast.person;
    const contractId = await create();
    await submitContract(store, by(petra), contractId);
    const change = () =>
      changeContract(store, act, { contractId, file: { ...draft, fee: '990' }, as: 'draft' });
    expect(await change()).toMatchObject({ reason: { code: 'contract_in_review' } });
    const term = { contractId, document: { kpi: 'OTD_PCT', target: 80 }, reason: null };
    expect(await addTerm(store, act, term)).toMatchObject({
      reason: { code: 'contract_in_review' },
    });
    const back = (remarks: string) => returnContract(store, by(pablo), { contractId, remarks });
    expect(await back(' ')).toMatchObject({ reason: { code: 'required', field: 'remarks' } });
    expect(await back('The fee is too high')).toMatchObject({ ok: true });
    expect(await stateOf(contractId)).toBe('draft');
    expect(await change()).toMatchObject({ ok: true });
    await submitContract(store, by(petra), contractId);
    expect(await approveContract(store, by(pablo), contractId)).toMatchObject({ ok: true });
  });

  it('is signed without required clauses only with the right and a reason', async () => {
    const contractId = await create();
    const { petra, pablo, mona } = cast.person;
    await requireAuditRight();
    await submitContract(store, by(petra), contractId);
    await approveContract(store, by(pablo), contractId);
    await approveContract(store, by(mona), contractId);
    const sign = (maySignIncomplete: boolean, reason: string | null) =>
      signContract(store, by(mona), {
        ...{ ...signing(contractId), maySignIncomplete, reason },
      });
    expect(await sign(false, 'Urgent')).toMatchObject({
      reason: { code: 'clauses_missing', params: { clauses: 'AUDIT' } },
    });
    expect(await sign(true, null)).toMatchObject({ reason: { code: 'required' } });
    expect(await sign(true, 'The vendor audits yearly')).toMatchObject({ ok: true });
  });
});

describe('the signed document', () => {
  const taken = (language: string, text: string) =>
    takeDocument(
      { store, uploads },
      { name: `contract-${language}.txt`, bytes: new TextEncoder().encode(text) },
      { kind: 'contract', language },
    ).then((outcome) => {
      if (!outcome.ok) throw new Error(outcome.reason.code);
      return outcome.value;
    });
  let uploads: string;
  beforeEach(async () => {
    uploads = await mkdtemp(join(tmpdir(), 'signed-'));
  });

  async function approved() {
    const contractId = await create();
    const { petra, pablo, mona } = cast.person;
    await submitContract(store, by(petra), contractId);
    await approveContract(store, by(pablo), contractId);
    await approveContract(store, by(mona), contractId);
    return contractId;
  }

  it('has to be there, or the reason why it comes later', async () => {
    const contractId = await approved();
    const sign = (later: string | null) =>
      signContract(store, by(cast.person.petra), { ...signing(contractId), later });
    expect(await sign(null)).toMatchObject({
      reason: { code: 'signed_document_missing', field: 'file' },
    });
    expect(await sign('x'.repeat(4001))).toMatchObject({
      reason: { code: 'too_long', field: 'later' },
    });
    expect(await sign('Original by courier')).toMatchObject({ ok: true });
    expect(await findContract(store.read, everything, contractId)).toMatchObject({
      state: 'active',
      signedLater: 'Original by courier',
    });
  });

  it('is kept with its hash in both languages, and one of them prevails', async () => {
    const contractId = await approved();
    const papers = [await taken('en', 'The parties agree'), await taken('zh', '双方同意')];
    const sign = (prevails: string | null) =>
      signContract(store, by(cast.person.petra), {
        ...{ ...signing(contractId), papers, prevails, later: null },
      });
    expect(await sign(null)).toMatchObject({
      reason: { code: 'signed_prevails_unknown', field: 'prevails' },
    });
    expect(await sign('fr')).toMatchObject({ reason: { code: 'signed_prevails_unknown' } });
    const kept = () => documentsOf(store.read, everything, { kind: 'contract', id: contractId });
    expect(await kept()).toEqual([]);
    expect(await sign('zh')).toMatchObject({ ok: true });
    const found = (await kept()).map(({ language, kind, sha256 }) => ({ language, kind, sha256 }));
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(found).toEqual(
      expect.arrayContaining([
        { language: 'en', kind: 'contract', sha256: sha256('The parties agree') },
        { language: 'zh', kind: 'contract', sha256: sha256('双方同意') },
      ]),
    );
    expect(await findContract(store.read, everything, contractId)).toMatchObject({
      prevailingLanguage: 'zh',
      signedLater: null,
    });
  });
});

describe('a vendor that is not let in', () => {
  const enter = (status: VendorStatus) =>
    store.transact(async (tx) => {
      await tx.update(vendors).set({ status }).where(eq(vendors.id, cast.vendor.polar.id));
    });

  it('may have a draft, which goes no further', async () => {
    const { petra, pablo, mona } = cast.person;
    const refusal = (status: VendorStatus) => ({
      ok: false,
      reason: {
        code: 'vendor_not_contractable',
        params: { name: cast.vendor.polar.name, status },
      },
    });
    await enter('screening');
    const contractId = await create();
    expect(await submitContract(store, by(petra), contractId)).toEqual(refusal('screening'));
    await enter('active');
    expect(await submitContract(store, by(petra), contractId)).toMatchObject({ ok: true });
    await enter('suspended');
    expect(await approveContract(store, by(pablo), contractId)).toEqual(refusal('suspended'));
    await enter('active');
    await approveContract(store, by(pablo), contractId);
    await approveContract(store, by(mona), contractId);
    await enter('exiting');
    const sign = () => signContract(store, by(petra), signing(contractId));
    expect(await sign()).toEqual(refusal('exiting'));
    await enter('conditional');
    expect(await sign()).toMatchObject({ ok: true });
  });
});
