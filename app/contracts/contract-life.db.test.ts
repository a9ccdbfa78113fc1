import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { documentsOf } from '~/documents/document-queries.server';
import { takeDocument } from '~/documents/keep-document.server';
import { parseListQuery } from '~/shared/list-query';
import { clauseRequirements, clauses } from '~db/schema/clauses';
import { contractFees, contracts, contractScopes } from '~db/schema/contracts';
import { mails } from '~db/schema/notifications';
import { vendors } from '~db/schema/vendors';
import type { VendorStatus } from '~/vendors/vendor';
import type { Store, Tx } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { meanwhile } from '../../tests/meanwhile';
import { activateVendors } from './activate-vendors.server';
import { approveContract } from './approve-contract.server';
import { addTerm } from './add-term.server';
import { changeContract } from './change-contract.server';
import {
  contractCurrencies,
  contractListSpec,
  contractsOfVendor,
  countContracts,
  findContract,
  listContracts,
} from './contract-queries.server';
import { clauseGroups } from './clause';
import { createContract } from './create-contract.server';
import { loadContractDocuments } from './load-contract-documents.server';
import { returnContract } from './return-contract.server';
import { signContract } from './sign-contract.server';
import { submitContract } from './submit-contract.server';
import { stepsOfContract } from './contract-step-queries.server';
import { terminateContract } from './terminate-contract.server';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const draft = {
  number: 'D-7',
  title: 'Support desk',
  vendor: 'POLAR',
  starts: '2024-01-01',
  ends: '2024-12-31',
  currency: 'JPY',
  fee: '980',
  services: ['LINEHAUL', 'SUPPORT'],
  markets: ['FR', 'CN'],
  terms: [],
};

async function create(more: Record<string, unknown> = {}, state: 'draft' | 'active' = 'draft') {
  const outcome = await createContract(store, act, { file: { ...draft, ...more }, state });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.contractId;
}

const by = (person: { id: number; name: string; role: string }): Act => ({
  ...act,
  actor: {
    kind: 'person',
    personId: person.id,
    name: person.name,
    role: person.role,
    address: null,
  },
});
const signing = (contractId: number) => ({
  ...{ contractId, signedOn: '2024-01-11', reason: null },
  maySignIncomplete: false,
  ...{ papers: [], prevails: null, later: 'Original by courier' },
});

/** Takes a draft all the way to being signed. */
async function agree(contractId: number) {
  const { petra, pablo, mona } = cast.person;
  for (const outcome of [
    await submitContract(store, by(petra), contractId),
    await approveContract(store, by(pablo), contractId),
    await approveContract(store, by(mona), contractId),
    await signContract(store, by(petra), signing(contractId)),
  ])
    expect(outcome).toMatchObject({ ok: true });
}

/** Every contract has to give us the right to audit. */
async function requireAuditRight() {
  const text = { protectsEn: '-', protectsZh: '-', lookForEn: '-', lookForZh: '-' };
  const createdAt = testNow.toISOString();
  await store.transact(async (tx) => {
    const [clause] = await tx
      .insert(clauses)
      .values({
        ...{ code: 'AUDIT', group: clauseGroups[0], position: 1, ...text, createdAt },
        ...{ nameEn: 'Audit right', nameZh: '审计权' },
      })
      .returning();
    await tx.insert(clauseRequirements).values({
      ...{ clauseId: clause?.id ?? 0, isRequired: true, reasonEn: '-', reasonZh: '-', createdAt },
    });
  });
}

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

describe('a contract', () => {
  it('covers every service in every market', async () => {
    const contractId = await create();
    expect(await store.read.$count(contractScopes, eq(contractScopes.contractId, contractId))).toBe(
      4,
    );
  });

  it('makes an approved vendor active with its first day in force', async () => {
    const { id } = cast.vendor.polar;
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ status: 'approved' }).where(eq(vendors.id, id));
    });
    const status = async () =>
      (await store.read.select().from(vendors).where(eq(vendors.id, id)))[0]?.status;
    const contractId = await create();
    expect(await status()).toBe('approved');
    await agree(contractId);
    expect(await status()).toBe('active');
    expect(await submitContract(store, act, contractId)).toMatchObject({
      reason: { code: 'contract_not_draft' },
    });
  });

  it('has one number', async () => {
    const again = { ...draft, number: 'HARBOUR-2023' };
    expect(await createContract(store, act, { file: again, state: 'draft' })).toMatchObject({
      reason: { code: 'already_exists', field: 'number' },
    });
  });

  it('is not evaluated as a draft', async () => {
    const contractId = await create();
    expect(await loadContractDocuments(store.read, everything, [contractId])).toEqual([]);
  });

  it('changes beside its terms, and not to another vendor', async () => {
    const contractId = await create();
    const fees = { '2024-01': '1000', '2024-02': '1100' };
    const change = (file: Record<string, unknown>) =>
      changeContract(store, act, { contractId, file, as: 'draft' });
    expect(await change({ ...draft, fee: null, fees })).toMatchObject({ value: { changed: true } });
    expect(await store.read.$count(contractFees)).toBe(2);
    expect(await change({ ...draft, fee: null, fees })).toMatchObject({
      value: { changed: false },
    });
    expect(await change({ ...draft, vendor: 'TARDY' })).toMatchObject({
      reason: { code: 'contract_vendor_fixed' },
    });
    expect(await change({ ...draft, fee: '1.50' })).toMatchObject({
      reason: { code: 'amount_invalid', field: 'fee' },
    });
  });

  it('ends early on the day that was agreed', async () => {
    const { contractId } = cast.vendor.harbour;
    const end = (lastDay: string) =>
      terminateContract(store, act, { contractId, lastDay, reason: 'Sold' });
    expect(await end('2022-12-31')).toMatchObject({ reason: { code: 'termination_before_start' } });
    expect(await end('2025-01-01')).toMatchObject({ reason: { code: 'termination_after_end' } });
    expect(await end('2024-03-31')).toMatchObject({ ok: true });
    expect(await end('2024-03-31')).toMatchObject({ reason: { code: 'contract_not_active' } });
    const [stored] = await loadContractDocuments(store.read, everything, [contractId]);
    expect(stored?.lastDay).toBe('2024-03-31');
    expect(stored?.terms[0]?.versions[0]?.effectiveTo).toBe('2024-03-31');
  });
});

describe('a contract that is signed', () => {
  it('is not changed at once by who took it for a draft', async () => {
    const contractId = await create();
    await agree(contractId);
    const file = { ...draft, fee: '990' };
    expect(await changeContract(store, act, { contractId, file, as: 'draft' })).toMatchObject({
      reason: { code: 'contract_agreed' },
    });
    expect(await findContract(store.read, everything, contractId)).toMatchObject({ feeMinor: 980 });
  });

  it('ahead of its first day makes its vendor active on that day', async () => {
    const { id } = cast.vendor.polar;
    const status = async () =>
      (await store.read.select().from(vendors).where(eq(vendors.id, id)))[0]?.status;
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ status: 'approved' }).where(eq(vendors.id, id));
      await tx
        .update(contracts)
        .set({ state: 'draft' })
        .where(eq(contracts.id, cast.vendor.polar.contractId));
    });
    await agree(await create({ starts: '2024-02-01' }));
    expect(await status()).toBe('approved');
    expect(await activateVendors(store, testNow, '2024-01-31')).toBe(0);
    expect(await activateVendors(store, testNow, '2024-02-01')).toBe(1);
    expect(await status()).toBe('active');
    expect(await activateVendors(store, testNow, '2024-02-01')).toBe(0);
  });

  it('leaves a vendor that was blocked while others were looked at as it is', async () => {
    const { id } = cast.vendor.harbour;
    const become = (status: 'approved' | 'suspended') => (tx: Tx) =>
      tx.update(vendors).set({ status }).where(eq(vendors.id, id));
    await store.transact(become('approved'));
    const raced = meanwhile(store, become('suspended'));
    expect(await activateVendors(raced, testNow, '2024-02-01')).toBe(0);
    const [vendor] = await store.read.select().from(vendors).where(eq(vendors.id, id));
    expect(vendor?.status).toBe('suspended');
  });

  it('is there for its vendor, and not before', async () => {
    const scope = { kind: 'vendor' as const, vendorId: cast.vendor.polar.id };
    const contractId = await create({ currency: 'JPY' });
    const query = parseListQuery(new URLSearchParams('q=D-7'), contractListSpec);
    const seen = async () => ({
      found: (await findContract(store.read, scope, contractId)) !== null,
      listed: (await listContracts(store.read, scope, query, '2024-01-12')).length,
      counted: await countContracts(store.read, scope, query, '2024-01-12'),
      currencies: (await contractCurrencies(store.read, scope)).includes('JPY'),
      ofVendor: (await contractsOfVendor(store.read, scope, scope.vendorId)).length,
    });
    const nothing = { found: false, listed: 0, counted: 0, currencies: false, ofVendor: 1 };
    expect(await seen()).toEqual(nothing);
    const { petra, pablo, mona } = cast.person;
    await submitContract(store, by(petra), contractId);
    expect(await seen()).toEqual(nothing);
    await approveContract(store, by(pablo), contractId);
    await approveContract(store, by(mona), contractId);
    expect(await seen()).toEqual(nothing);
    await signContract(store, by(petra), signing(contractId));
    expect(await seen()).toEqual({
      ...{ found: true, listed: 1, counted: 1, currencies: true, ofVendor: 2 },
    });
  });
});

describe('the list of contracts', () => {
  const list = (search: string, scope = act.scope) => {
    const query = parseListQuery(new URLSearchParams(search), contractListSpec);
    return Promise.all([
      listContracts(store.read, scope, query, '2024-01-12').then((rows) =>
        rows.map(({ number }) => number),
      ),
      countContracts(store.read, scope, query, '2024-01-12'),
    ]);
  };

  it.each([
    ['q=harb', ['HARBOUR-2023']],
    ['state=in_force&sort=-number', ['TARDY-2023', 'POLAR-2023', 'HARBOUR-2023', 'BRITTLE-2023']],
    ['state=draft&state=upcoming', ['D-7', 'U-1']],
    ['state=ended', ['E-1']],
    ['state=terminated', []],
    ['service=SUPPORT&currency=JPY&vendor=POLAR', ['D-7', 'E-1', 'U-1']],
    ['sort=-ends&state=in_force&state=upcoming&q=desk', ['U-1']],
  ])('answers %s', async (search, numbers) => {
    await create();
    await create({ number: 'U-1', starts: '2024-02-01', ends: '2024-11-30' }, 'active');
    await create({ number: 'E-1', starts: '2022-01-01', ends: '2023-12-31' }, 'active');
    const [found, count] = await list(search);
    expect(found).toEqual(numbers);
    expect(count).toBe(numbers.length);
  });

  it('shows a vendor its own and nobody the contracts of others', async () => {
    const scope = { kind: 'vendor' as const, vendorId: cast.vendor.brittle.id };
    expect(await list('', scope)).toEqual([['BRITTLE-2023'], 1]);
    expect(await findContract(store.read, scope, cast.vendor.harbour.contractId)).toBeNull();
    expect(
      await loadContractDocuments(store.read, scope, [cast.vendor.harbour.contractId]),
    ).toEqual([]);
  });
});
