import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { engine } from '~db/columns';
import { auditEntries } from '~db/schema/audit';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import { castInto } from '../../tests/cast';
import { watchedStore } from '../../tests/stores/watched-store';
import { amendVendor } from './amend-vendor.server';
import { changeVendorStatus } from './change-vendor-status.server';
import { keepContact } from './keep-contact.server';
import { registerVendor } from './register-vendor.server';
import { hasCode } from './vendor-code.server';
import {
  countVendors,
  findVendor,
  findVendorByCode,
  vendorListSpec,
} from './vendor-queries.server';
import { groupOfVendor } from './vendor-record-queries.server';
import {
  registersForEach,
  store,
  cast,
  command,
  actOf,
  asia,
} from '../../tests/casts/register-cast';

registersForEach();

const entries = async () => store.read.$count(auditEntries);

describe('register', () => {
  it('enters a prospect with its group and its audit entry', async () => {
    const before = await entries();
    const outcome = await registerVendor(store, actOf(cast.person.petra), {
      code: 'NEW-1',
      name: '新航物流（上海）',
      country: 'cn',
      parent: 'HARBOUR',
      formerNames: 'Old; Older',
      website: 'new.example',
    });
    if (!outcome.ok) throw new Error(outcome.reason.code);
    const vendor = await findVendor(store.read, everything, outcome.value.vendorId);
    expect(vendor).toMatchObject({
      code: 'NEW-1',
      name: '新航物流（上海）',
      country: 'CN',
      status: 'prospect',
      parentId: cast.vendor.harbour.id,
      formerNames: ['Old', 'Older'],
      website: 'https://new.example',
    });
    expect(await entries()).toBe(before + 1);
  });

  it('refuses with every field that is wrong, and stores nothing', async () => {
    const before = await entries();
    const count = await store.read.$count(vendors);
    expect(
      await registerVendor(store, command, { code: 'a b', country: 'XX', website: 'nowhere' }),
    ).toMatchObject({
      ok: false,
      fields: [
        { code: 'code_invalid', field: 'code' },
        { code: 'required', field: 'name' },
        { code: 'country_unknown', field: 'country' },
        { code: 'not_a_website', field: 'website' },
      ],
    });
    expect(await registerVendor(store, command, { code: 'harbour', name: 'X' })).toMatchObject({
      reason: { code: 'vendor_code_taken', params: { value: 'HARBOUR' }, field: 'code' },
    });
    expect(
      await registerVendor(store, command, { code: 'X', name: 'X', parent: 'NOBODY' }),
    ).toMatchObject({ reason: { code: 'vendor_unknown', field: 'parent' } });
    expect(await entries()).toBe(before);
    expect(await store.read.$count(vendors)).toBe(count);
  });

  it('keeps codes in capitals, and finds a code that is kept in small letters', async () => {
    const outcome = await registerVendor(store, command, { code: 'skagen', name: 'Skagen Air' });
    if (!outcome.ok) throw new Error(outcome.reason.code);
    const { vendorId } = outcome.value;
    expect((await findVendor(store.read, everything, vendorId))?.code).toBe('SKAGEN');
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ code: 'skagen' }).where(eq(vendors.id, vendorId));
    });
    const same = { code: 'Skagen', name: 'Ribe Ferries' };
    expect(await registerVendor(store, command, same)).toMatchObject({
      reason: { code: 'vendor_code_taken', params: { value: 'skagen', vendor: 'Skagen Air' } },
    });
    const amended = { code: 'skagen', name: 'Skagen Air', parent: 'harbour' };
    expect(await amendVendor(store, command, vendorId, amended)).toMatchObject({ ok: true });
    expect(await findVendor(store.read, everything, vendorId)).toMatchObject({
      code: 'SKAGEN',
      parentId: cast.vendor.harbour.id,
    });
  });

  it('asks about a name like one that is registered, until it is said to be another firm', async () => {
    const before = await entries();
    const input = { code: 'HL2', name: 'Harbour Lines Ltd', country: 'FR' };
    expect(await registerVendor(store, command, input)).toMatchObject({
      reason: {
        code: 'vendor_alike',
        params: { vendor: 'Harbour Line', code: 'HARBOUR', id: cast.vendor.harbour.id },
        field: 'name',
      },
    });
    expect(await entries()).toBe(before);
    expect(await registerVendor(store, command, { ...input, another: 'on' })).toMatchObject({
      ok: true,
    });
  });

  it('compares names before the transaction, so that nobody waits for it', async () => {
    const { store: watched, askedWithin } = await watchedStore();
    await castInto(watched);
    askedWithin.length = 0;
    const input = { code: 'HL2', name: 'Harbour Lines Ltd', country: 'FR' };
    expect(await registerVendor(watched, command, input)).toMatchObject({ ok: false });
    expect(askedWithin.some((statement) => statement.includes('upper('))).toBe(true);
    expect(askedWithin.filter((statement) => statement.includes('former_names'))).toEqual([]);
  });

  it('finds a vendor by its code in whatever capitals it is kept and asked for, through an index', async () => {
    await store.transact((tx) =>
      tx.update(vendors).set({ code: 'Harbour' }).where(eq(vendors.id, cast.vendor.harbour.id)),
    );
    for (const code of ['harbour', 'HARBOUR', 'hARBOUR'])
      expect(await findVendorByCode(store.read, everything, code)).toMatchObject({
        id: cast.vendor.harbour.id,
      });
    const same = { code: 'harbour', name: 'Ribe Ferries' };
    expect(await registerVendor(store, command, same)).toMatchObject({
      reason: { code: 'vendor_code_taken' },
    });
    if (engine !== 'sqlite') return;
    const plan = await store.read.rows<{ detail: string }>(
      sql`explain query plan select id from ${vendors} where ${hasCode('HARBOUR')}`,
    );
    expect(plan.map(({ detail }) => detail).join()).toContain('vendors_code_capitals');
  });

  it('keeps the name that a vendor had, and no ring of parents', async () => {
    const { harbour, polar } = cast.vendor;
    const fields = { code: 'POLAR', name: 'Polar Global', parent: 'HARBOUR' };
    expect(await amendVendor(store, command, polar.id, fields)).toEqual({
      ok: true,
      value: undefined,
    });
    const vendor = await findVendor(store.read, everything, polar.id);
    expect(vendor?.formerNames).toEqual([polar.name]);
    expect(
      await amendVendor(store, command, harbour.id, { ...harbour, parent: 'POLAR' }),
    ).toMatchObject({ reason: { code: 'vendor_group_cycle' } });
    const group = await groupOfVendor(store.read, everything, {
      id: harbour.id,
      parentId: null,
    });
    expect(group.members.map(({ id }) => id)).toEqual([polar.id]);
  });

  it('keeps a reach to its own markets: what lies outside is not found', async () => {
    const act = actOf(cast.person.petra, asia());
    const { harbour } = cast.vendor;
    expect(await amendVendor(store, act, harbour.id, { ...harbour })).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(
      await keepContact(store, act, harbour.id, null, {
        side: 'ours',
        role: 'sponsor',
        name: 'A',
        phone: '1',
      }),
    ).toMatchObject({ reason: { code: 'not_found' } });
    const query = parseListQuery(new URLSearchParams(), vendorListSpec);
    expect(await countVendors(store.read, asia(), query)).toBe(0);
  });
});

describe('status', () => {
  async function prospect(): Promise<number> {
    const outcome = await registerVendor(store, actOf(cast.person.petra), {
      code: 'NEW',
      name: 'New',
    });
    if (!outcome.ok) throw new Error(outcome.reason.code);
    return outcome.value.vendorId;
  }

  it('leads to screening, and no further without a decision on its admission', async () => {
    const id = await prospect();
    const to = (status: string) =>
      changeVendorStatus(store, actOf(cast.person.petra), id, { status });
    expect(await to('active')).toMatchObject({ reason: { code: 'vendor_status_not_allowed' } });
    expect(await to('screening')).toMatchObject({ ok: true });
    for (const status of ['approved', 'conditional', 'rejected'])
      expect(await to(status)).toMatchObject({ reason: { code: 'vendor_needs_admission' } });
  });

  it('becomes active with a contract in force and not before', async () => {
    const { harbour } = cast.vendor;
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ status: 'approved' }).where(eq(vendors.id, harbour.id));
      await tx.update(contracts).set({ startsOn: '2024-02-01', endsOn: null });
    });
    const activate = () => changeVendorStatus(store, command, harbour.id, { status: 'active' });
    expect(await activate()).toMatchObject({ reason: { code: 'vendor_active_needs_contract' } });
    await store.transact(async (tx) => {
      await tx.update(contracts).set({ startsOn: '2024-01-12' });
    });
    expect(await activate()).toMatchObject({ ok: true });
  });
});
