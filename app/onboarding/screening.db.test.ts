import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandAct, everything, type Act } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { auditEntries } from '~db/schema/audit';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { sanctionsEntries, sanctionsKeys, screeningHits } from '~db/schema/screening';
import { subcontractors } from '~db/schema/self-service';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { decideHit } from './decide-hit.server';
import { loadSanctions } from './load-sanctions.server';
import { openChecks } from './open-checks.server';
import { recordCheckResult } from './review-check.server';
import { screenVendor, screenVendors } from './screen-vendors.server';
import { hitListSpec, listHits, standingHits } from './screening-hit-queries.server';

let store: Store;
let cast: Cast;
let act: Act;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const { id: personId, name, role } = cast.person.petra;
  act = {
    actor: { kind: 'person', personId, name, role, address: null },
    now: testNow,
    scope: everything,
  };
});

const header = 'reference,name,aliases,kind,country,program\n';
const list = `${header}T-1,Harbor Line Shipping,Harbour Line Co.,entity,FR,Test\nT-2,Wholly Other,,entity,RU,Test\n`;
const load = (text: string, listedOn = '2024-01-01', source = 'Test list') =>
  loadSanctions(store, commandAct(testNow), text, { source, listedOn });
const screen = () => screenVendors(store, act);
const hits = (state = 'open') =>
  listHits(store.read, everything, parseListQuery(new URLSearchParams({ state }), hitListSpec));

describe('sanctions screening', () => {
  it('does nothing without a list, and refuses to pretend', async () => {
    expect(await screen()).toEqual({ vendorsScreened: 0, hitsFound: 0, hitsGone: 0 });
    expect(await screenVendor(store, act, cast.vendor.harbour.id)).toMatchObject({
      reason: { code: 'sanctions_no_list' },
    });
  });

  it('takes a list as a whole or not at all', async () => {
    expect(await load(`${list}T-1,Again,,,ZZ,\n,,,,,\n`)).toMatchObject({
      ok: false,
      faults: [{ row: 4, column: 'country', reason: { code: 'country_unknown' } }],
    });
    expect(await store.read.$count(sanctionsEntries)).toBe(0);
    expect(await load(list)).toMatchObject({ value: { entries: 2, unchanged: false } });
    expect(await load(list)).toMatchObject({ value: { unchanged: true } });
    expect(await load(`${header}N-1,New Name,,,,\n`, '2024-01-05')).toMatchObject({ ok: true });
    expect(await store.read.$count(sanctionsEntries)).toBe(1);
    expect(await store.read.$count(sanctionsKeys)).toBeGreaterThan(0);
    expect(await load(`${header}N-1,New Name,,,,\n`, '2024-13-05')).toMatchObject({
      faults: [{ row: null, column: 'listedOn', reason: { code: 'not_a_date' } }],
    });
  });

  it('finds a name once, and nothing the second time', async () => {
    await load(list);
    expect(await screen()).toEqual({ vendorsScreened: 4, hitsFound: 1, hitsGone: 0 });
    const entries = await store.read.$count(auditEntries);
    expect(await screen()).toEqual({ vendorsScreened: 0, hitsFound: 0, hitsGone: 0 });
    expect(await store.read.$count(auditEntries)).toBe(entries);
    expect(await hits()).toMatchObject([
      {
        vendorName: 'Harbour Line',
        subject: 'name',
        reference: 'T-1',
        entry: { name: 'Harbor Line Shipping', matched: 'Harbour Line Co.' },
        reasons: ['alias', 'legal_form', 'country_same'],
      },
    ]);
  });

  it('screens former names, owners and subcontractors too', async () => {
    await store.transact(async (tx) => {
      await tx
        .update(vendors)
        .set({ formerNames: ['Wholly Other'] })
        .where(eq(vendors.id, cast.vendor.tardy.id));
      await tx
        .update(vendors)
        .set({ parentId: cast.vendor.harbour.id })
        .where(eq(vendors.id, cast.vendor.brittle.id));
      await tx.insert(subcontractors).values({
        ...{ vendorId: cast.vendor.polar.id, name: 'Harbour Line Co' },
        ...{ work: 'Ground handling', country: 'FR', dataAccess: 'none' },
      });
    });
    await load(list);
    await screen();
    const found = (await hits()).map(({ vendorName, subject }) => `${vendorName}: ${subject}`);
    expect(found.sort()).toEqual([
      'Brittle Freight: parent',
      'Harbour Line: name',
      'Polar Swift: subcontractor',
      'Tardy Post: former_name',
    ]);
  });

  it('remembers a decision until the name or the entry changes', async () => {
    await load(list);
    await screen();
    const [hit] = await hits();
    expect(
      await decideHit(store, act, hit!.id, { decision: 'different', reason: '' }),
    ).toMatchObject({
      reason: { code: 'required' },
    });
    await decideHit(store, act, hit!.id, {
      decision: 'different',
      reason: 'Seat in another city.',
    });
    // The same entry on a newer list: the decision stands.
    await load(`${list}T-3,Added Since,,,,\n`, '2024-01-08');
    expect(await screen()).toEqual({ vendorsScreened: 4, hitsFound: 0, hitsGone: 0 });
    expect(await hits('different')).toHaveLength(1);
    // The entry names another country: a person looks again.
    await load(list.replace(',FR,', ',FR;BE,'), '2024-01-09');
    expect(await screen()).toMatchObject({ hitsFound: 1 });
    expect(await hits('open')).toHaveLength(1);
    // The entry has gone.
    await load(`${header}T-2,Wholly Other,,,,\n`, '2024-01-10');
    expect(await screen()).toMatchObject({ hitsFound: 0, hitsGone: 1 });
    expect(await hits('gone')).toHaveLength(1);
    expect(await decideHit(store, act, hit!.id, { decision: 'same', reason: 'x' })).toMatchObject({
      reason: { code: 'hit_gone' },
    });
  });

  it('screens a vendor anew when its name changes', async () => {
    await load(list);
    await screen();
    await store.transact(async (tx) => {
      await tx
        .update(vendors)
        .set({ name: 'Wholly Other', formerNames: ['Polar Swift'] })
        .where(eq(vendors.id, cast.vendor.polar.id));
    });
    expect(await screen()).toEqual({ vendorsScreened: 1, hitsFound: 1, hitsGone: 0 });
  });

  it('lets a sanctions check pass only when every hit is decided, and none is the vendor', async () => {
    await load(list);
    await openChecks(store, act, cast.vendor.harbour.id);
    const [check] = await store.read
      .select()
      .from(dueDiligenceChecks)
      .where(eq(dueDiligenceChecks.kind, 'sanctions'));
    const pass = () =>
      recordCheckResult(store, act, check!.id, {
        result: 'passed',
        finding: 'Screened.',
        reviewedOn: '2024-01-12',
      });
    expect(await pass()).toMatchObject({ reason: { code: 'check_not_screened' } });
    await screen();
    expect(await pass()).toMatchObject({
      reason: { code: 'check_hits_open', params: { count: 1 } },
    });
    const [hit] = await hits();
    await decideHit(store, act, hit!.id, { decision: 'same', reason: 'Same seat.' });
    expect(await pass()).toMatchObject({ reason: { code: 'check_hits_same' } });
    await decideHit(store, act, hit!.id, { decision: 'different', reason: 'Another owner.' });
    expect(await pass()).toMatchObject({ ok: true });
    await decideHit(store, act, hit!.id, { decision: 'same', reason: 'It is them after all.' });
    const [after] = await store.read
      .select()
      .from(dueDiligenceChecks)
      .where(eq(dueDiligenceChecks.id, check!.id));
    expect(after).toMatchObject({ state: 'in_progress' });
    expect(await standingHits(store.read, cast.vendor.harbour.id)).toEqual({ open: 0, same: 1 });
  });

  it('screens 2,000 vendors against 5,000 entries in seconds, by keys and not pair by pair', async () => {
    const names = (count: number, salt: string) =>
      Array.from({ length: count }, (_, place) => {
        const code = (place * 7919 + salt.length * 104_729).toString(26).padStart(6, 'q');
        return `${code.slice(0, 3)}vo ${[...code].reverse().join('')} ${salt}`;
      });
    await store.transact((tx) =>
      tx
        .insertMany(
          vendors,
          names(2000, 'Cargo').map((name, place) => ({
            code: `N${place}`,
            name,
            formerNames: [],
            status: 'prospect' as const,
            createdAt: testNow.toISOString(),
          })),
        )
        .then(() => undefined),
    );
    const entries = names(5000, 'Holding').map((name, place) => `L${place},${name},,,,`);
    await load(`${header}${entries.join('\n')}\nT-1,Harbour Line,,,,\n`);
    const began = performance.now();
    expect(await screen()).toMatchObject({ vendorsScreened: 2004 });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect((await store.read.select().from(screeningHits)).length).toBeLessThan(200);
  }, 60_000);
});
