import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { contractFees, contracts, contractScopes } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { testNow } from '../../tests/cast';
import { meanwhile } from '../../tests/stores/meanwhile';
import { activateVendors } from './activate-vendors.server';
import { approveContract } from './approve-contract.server';
import { changeContract } from './change-contract.server';
import {
  contractCurrencies,
  contractListSpec,
  contractsOfVendor,
  countContracts,
  findContract,
  listContracts,
} from './contract-queries.server';
import { createContract } from './create-contract.server';
import { loadContractDocuments } from './load-contract-documents.server';
import { signContract } from './sign-contract.server';
import { submitContract } from './submit-contract.server';
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
  agree,
} from '../../tests/casts/contract-cast';

castForEach();

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
