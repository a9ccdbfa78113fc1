import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { auditEntries } from '~db/schema/audit';
import { markets } from '~db/schema/markets';
import { certificates, contacts, offerings, vendors } from '~db/schema/vendors';
import { keepCertificate, removeCertificate } from './keep-certificate.server';
import { keepContact } from './keep-contact.server';
import { keepMarket } from './keep-market.server';
import { keepOffering } from './keep-offering.server';
import {
  countVendors,
  listVendors,
  pageOfVendors,
  vendorCountries,
  vendorListSpec,
} from './vendor-queries.server';
import {
  registersForEach,
  store,
  cast,
  command,
  actOf,
  asia,
} from '../../tests/casts/register-cast';

registersForEach();

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
