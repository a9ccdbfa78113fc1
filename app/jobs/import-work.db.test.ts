import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { verifyChain } from '~/audit/verify-chain.server';
import { clearUnclaimed } from '~/documents/clear-unclaimed.server';
import { standingClock } from '~/shared/clock';
import { newRunner } from '~/shared/runner.server';
import { findVendorImport, latestVendorImports } from '~/vendors/vendor-import-queries.server';
import { work } from '~db/schema/jobs';
import { vendorImports } from '~db/schema/vendor-imports';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { importInBackground } from './import-work.server';
import { runWaitingWork } from './run-work.server';

const uploads = mkdtempSync(join(tmpdir(), 'mainstay-imports-'));
afterAll(() => rmSync(uploads, { recursive: true, force: true }));

let store: Store;
let cast: Cast;
let petra: Act;
let woken = 0;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  woken = 0;
  const { id, name, role } = cast.person.petra;
  const actor = { kind: 'person', personId: id, name, role, address: null } as const;
  petra = { now: testNow, scope: everything, actor };
});

const send = (text: string, act = petra) => {
  const portal = { store, uploads, wakeWorker: () => (woken += 1) };
  return importInBackground(portal, act, { name: '../vendors.csv', text, addsCodes: true });
};

/** A worker takes up all that waits. */
const workThrough = () =>
  runWaitingWork(
    {
      store,
      uploads,
      runner: newRunner(),
      clock: standingClock(testNow.toISOString()),
      postman: null,
      log: () => undefined,
    },
    () => false,
  );

const file = (count: number, change: (row: string, place: number) => string = (row) => row) =>
  ['code,name,country,services,markets']
    .concat(
      Array.from({ length: count }, (_, place) =>
        change(`N${place},Newcomer ${place},DE,AIR,BER;MUC`, place),
      ),
    )
    .join('\n');

const found = async (id: number) => (await findVendorImport(store.read, everything, id))!;

describe('a file of vendors sent from a page', () => {
  it('is taken in at once and imported by a worker: 2,000 in one go, the page following', async () => {
    const before = await store.read.$count(vendors);
    const sent = await send(file(2000));
    if (!sent.ok) throw new Error(sent.reason.code);
    expect(woken).toBe(1);
    const waiting = await found(sent.value);
    expect(waiting).toMatchObject({ state: 'waiting', fileName: 'vendors.csv' });
    expect(waiting.progress).toMatchObject({ state: 'waiting' });
    expect(await store.read.$count(vendors)).toBe(before);
    expect(await workThrough()).toBe(1);
    const taken = await found(sent.value);
    expect(taken).toMatchObject({
      state: 'taken',
      counts: { created: 2000, changed: 0, offerings: 4000, services: ['AIR'] },
    });
    expect(taken.progress).toBeNull();
    expect(await store.read.$count(vendors)).toBe(before + 2000);
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
  }, 60_000);

  it('changes nothing where a row is wrong, and names every such row', async () => {
    const before = await store.read.$count(vendors);
    const wrong = file(2000, (row, place) => (place % 400 === 7 ? row.replace('DE', 'XX') : row));
    const sent = await send(wrong);
    if (!sent.ok) throw new Error(sent.reason.code);
    await workThrough();
    const refused = await found(sent.value);
    expect(refused).toMatchObject({ state: 'refused', counts: null, faultCount: 5 });
    expect(refused.faults?.map(({ row, reason }) => [row, reason.code])).toEqual(
      [9, 409, 809, 1209, 1609].map((row) => [row, 'country_unknown']),
    );
    expect(await store.read.$count(vendors)).toBe(before);
  }, 60_000);

  it('is done once, though its worker died after it and the work is begun again', async () => {
    const sent = await send(file(3));
    if (!sent.ok) throw new Error(sent.reason.code);
    await workThrough();
    const before = await store.read.$count(vendors);
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ name: 'Renamed since' }).where(eq(vendors.code, 'N1'));
      await tx.update(work).set({ state: 'waiting' });
    });
    expect(await workThrough()).toBe(1);
    expect(await store.read.$count(vendors)).toBe(before);
    const [renamed] = await store.read.select().from(vendors).where(eq(vendors.code, 'N1'));
    expect(renamed?.name).toBe('Renamed since');
  });

  it('is failed, on its page and in the list, where its work broke down', async () => {
    const sent = await send(file(1));
    if (!sent.ok) throw new Error(sent.reason.code);
    rmSync(uploads, { recursive: true, force: true });
    await workThrough();
    const inList = async () => (await latestVendorImports(store.read, everything))[0];
    expect(await found(sent.value)).toMatchObject({ state: 'failed', progress: null });
    expect(await inList()).toMatchObject({ id: sent.value, state: 'failed' });
    await store.transact((tx) => tx.delete(work));
    expect(await inList()).toMatchObject({ state: 'failed' });
  });

  it('keeps its bytes as long as its record is there', async () => {
    const sent = await send(file(1));
    expect(sent.ok).toBe(true);
    const later = new Date('2100-01-01T00:00:00Z');
    await clearUnclaimed({ store, uploads }, later);
    expect(await workThrough()).toBe(1);
    expect(await store.read.select().from(vendorImports)).toMatchObject([{ state: 'taken' }]);
  });

  it('is refused to whoever does not reach every vendor, and shown to nobody else', async () => {
    const { id, path } = cast.market.asia;
    const reach = { kind: 'reach', marketId: id, path } as const;
    expect(await send(file(1), { ...petra, scope: reach })).toMatchObject({
      reason: { code: 'import_out_of_reach' },
    });
    const sent = await send(file(1));
    if (!sent.ok) throw new Error(sent.reason.code);
    expect(await findVendorImport(store.read, reach, sent.value)).toBeNull();
  });
});
