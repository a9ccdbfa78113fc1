import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandAct, everything, type Act, type Scope } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { engine } from '~db/columns';
import { auditEntries } from '~db/schema/audit';
import { contracts } from '~db/schema/contracts';
import { markets } from '~db/schema/markets';
import { certificates, contacts, offerings, vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { watchedStore } from '../../tests/watched-store';
import { amendVendor } from './amend-vendor.server';
import { changeVendorStatus } from './change-vendor-status.server';
import { keepCertificate, removeCertificate } from './keep-certificate.server';
import { keepContact } from './keep-contact.server';
import { keepMarket } from './keep-market.server';
import { keepOffering } from './keep-offering.server';
import { registerVendor } from './register-vendor.server';
import { hasCode } from './vendor-code.server';
import {
  countVendors,
  findVendor,
  findVendorByCode,
  listVendors,
  pageOfVendors,
  vendorCountries,
  vendorListSpec,
} from './vendor-queries.server';
import { groupOfVendor } from './vendor-record-queries.server';

let store: Store;
let cast: Cast;
const command = commandAct(testNow);
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

function actOf({ id, name, role }: CastPerson, scope: Scope = everything): Act {
  return {
    now: testNow,
    scope,
    actor: { kind: 'person', personId: id, name, role, address: null },
  };
}

function asia(): Scope {
  const { id, path } = cast.market.asia;
  return { kind: 'reach', marketId: id, path };
}

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

describe('list', () => {
  const ask = (search: string) => parseListQuery(new URLSearchParams(search), vendorListSpec);
  const codes = async (search: string) =>
    (await listVendors(store.read, everything, ask(search))).map(({ code }) => code);

  it('searches names and codes whatever their case, and takes signs as they are', async () => {
    expect(await codes('q=hARB')).toEqual(['HARBOUR']);
    expect(await codes('q=%25')).toEqual([]);
    expect(await codes('q=_')).toEqual([]);
  });

  it('filters by status, tier, country, service and market, and counts the same', async () => {
    await store.transact(async (tx) => {
      await tx
        .update(vendors)
        .set({ status: 'suspended' })
        .where(eq(vendors.id, cast.vendor.tardy.id));
    });
    expect(await codes('status=suspended')).toEqual(['TARDY']);
    expect(await codes('country=FR&country=GB&sort=-code')).toEqual([
      'TARDY',
      'HARBOUR',
      'BRITTLE',
    ]);
    expect(await codes('service=NONE')).toEqual([]);
    for (const market of ['PARIS', 'FR', 'EUROPE', 'WORLD'])
      expect(await countVendors(store.read, everything, ask(`market=${market}`))).toBe(4);
    expect(await codes('market=CN')).toEqual([]);
    expect(await codes('market=NONE')).toEqual([]);
    expect(await vendorCountries(store.read, everything)).toEqual(['CN', 'FR', 'GB']);
    expect(await vendorCountries(store.read, asia())).toEqual([]);
  });

  it('sorts by country with the unknown last, and pages without overlap', async () => {
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ country: null }).where(eq(vendors.code, 'BRITTLE'));
    });
    expect((await codes('sort=country')).at(-1)).toBe('BRITTLE');
    expect((await codes('sort=-country')).at(-1)).toBe('BRITTLE');
    const query = { ...ask(''), size: 3 };
    expect(await pageOfVendors(store.read, everything, query)).toMatchObject({ total: 4 });
    expect(await pageOfVendors(store.read, everything, ask('q=lar'))).toMatchObject({ total: 1 });
    const pages = [
      ...(await listVendors(store.read, everything, { ...query, page: 1 })),
      ...(await listVendors(store.read, everything, { ...query, page: 2 })),
    ];
    expect(new Set(pages.map(({ id }) => id)).size).toBe(4);
  });

  it('names the group of each vendor', async () => {
    await store.transact(async (tx) => {
      await tx
        .update(vendors)
        .set({ parentId: cast.vendor.harbour.id })
        .where(eq(vendors.code, 'POLAR'));
    });
    const rows = await listVendors(store.read, everything, ask(''));
    expect(rows.find(({ code }) => code === 'POLAR')?.group).toBe(cast.vendor.harbour.name);
    expect(rows.find(({ code }) => code === 'BRITTLE')?.group).toBeNull();
  });
});

describe('what belongs to a vendor', () => {
  it('offers a service in a market once', async () => {
    const { harbour } = cast.vendor;
    const fields = {
      service: String(cast.service.haulage.id),
      market: String(cast.market.china.id),
      capacity: '1,000.50',
      unitPrice: '12.345',
      currency: 'eur',
      switchDays: '30',
    };
    const keep = (input: object, id: number | null = null) =>
      keepOffering(store, command, harbour.id, id, input);
    expect(await keep({ ...fields, currency: '' })).toMatchObject({
      reason: { code: 'price_without_currency', field: 'currency' },
    });
    expect(await keep(fields)).toMatchObject({ ok: true });
    expect(await keep(fields)).toMatchObject({ reason: { code: 'offering_twice' } });
    const [row] = await store.read
      .select()
      .from(offerings)
      .where(eq(offerings.marketId, cast.market.china.id));
    expect(row).toMatchObject({ capacity: '1000.5', unitPrice: '12.345', currency: 'EUR' });
    expect(await keep({ ...fields, capacity: '2000' }, row?.id)).toMatchObject({ ok: true });
    const other = cast.vendor.polar.id;
    expect(await keepOffering(store, command, other, row?.id ?? 0, fields)).toMatchObject({
      reason: { code: 'not_found' },
    });
  });

  it('keeps no name or address of a contact in the audit trail', async () => {
    const person = { side: 'vendor', name: 'Zoë Quill', email: 'zoe@quill.example' };
    const keep = (input: object) =>
      keepContact(store, command, cast.vendor.harbour.id, null, input);
    expect(await keep({ ...person, role: 'escalation' })).toMatchObject({
      reason: { code: 'level_missing' },
    });
    expect(await keep({ ...person, role: 'sponsor', email: 'no' })).toMatchObject({
      reason: { code: 'not_an_email' },
    });
    expect(await keep({ ...person, role: 'escalation', level: '2' })).toMatchObject({ ok: true });
    const [kept] = await store.read.select().from(contacts).where(eq(contacts.name, 'Zoë Quill'));
    expect(kept).toMatchObject({ role: 'escalation', level: 2 });
    const trail = await store.read.select().from(auditEntries);
    expect(JSON.stringify(trail)).not.toMatch(/Quill|quill/);
  });

  it('changes and removes a certificate', async () => {
    const { polar } = cast.vendor;
    const all = () =>
      store.read.select().from(certificates).where(eq(certificates.vendorId, polar.id));
    const fields = { kind: 'ISO 9001', issuedOn: '2023/1/5', expiresOn: '2026年1月4日' };
    await keepCertificate(store, command, polar.id, null, fields);
    const [row] = await all();
    expect(row).toMatchObject({ issuedOn: '2023-01-05', expiresOn: '2026-01-04' });
    expect(
      await keepCertificate(store, command, polar.id, row?.id ?? 0, {
        ...fields,
        expiresOn: '2022-01-01',
      }),
    ).toMatchObject({ reason: { code: 'ends_before_start' } });
    expect(await removeCertificate(store, command, polar.id, row?.id ?? 0)).toMatchObject({
      ok: true,
    });
    expect(await all()).toEqual([]);
  });
});

describe('market tree', () => {
  it('moves a market with everything in it', async () => {
    const { france, asia, paris } = cast.market;
    const fields = { code: 'FR', nameEn: 'France', nameZh: '法国', level: 'country' };
    expect(
      await keepMarket(store, command, france.id, { ...fields, parent: String(asia.id) }),
    ).toMatchObject({ ok: true });
    const rows = await store.read.select().from(markets);
    const path = (id: number) => rows.find((row) => row.id === id)?.path;
    expect(path(france.id)).toBe(`${asia.path}${france.id}/`);
    expect(path(paris.id)).toBe(`${asia.path}${france.id}/${paris.id}/`);
  });

  it('refuses rings, places that levels do not allow, and codes that are taken', async () => {
    const { europe, france, paris, world } = cast.market;
    const keep = (id: number | null, input: object) => keepMarket(store, command, id, input);
    const names = { nameEn: 'X', nameZh: 'X' };
    const market = (code: string, level: string, parent?: { id: number }) => ({
      ...names,
      code,
      level,
      ...(parent !== undefined && { parent: String(parent.id) }),
    });
    expect(await keep(europe.id, market('EUROPE', 'region', paris))).toMatchObject({
      reason: { code: 'market_level_order' },
    });
    expect(await keep(france.id, market('FR', 'city', france))).toMatchObject({ ok: false });
    expect(await keep(world.id, market('WORLD', 'global', world))).toMatchObject({
      reason: { code: 'market_root_has_parent' },
    });
    expect(await keep(null, market('FR', 'country', europe))).toMatchObject({
      reason: { code: 'already_exists' },
    });
    expect(await keep(null, market('DE', 'country'))).toMatchObject({
      reason: { code: 'market_needs_parent' },
    });
    expect(await keep(france.id, market('FR', 'city', europe))).toMatchObject({
      reason: { code: 'market_level_below' },
    });
    expect(await keep(null, market('DE', 'country', europe))).toMatchObject({ ok: true });
  });

  it('lets a reach change its own part alone', async () => {
    const act = actOf(cast.person.petra, asia());
    const add = (parent: { id: number }) =>
      keepMarket(store, act, null, {
        code: 'JP',
        nameEn: 'Japan',
        nameZh: '日本',
        level: 'country',
        parent: String(parent.id),
      });
    expect(await add(cast.market.europe)).toMatchObject({
      reason: { code: 'market_out_of_reach' },
    });
    expect(await add(cast.market.asia)).toMatchObject({ ok: true });
  });
});
