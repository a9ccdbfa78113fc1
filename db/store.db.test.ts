import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { freshStore } from '../tests/database';
import { engine } from './columns';
import { brokenConstraint } from './constraint';
import { markets } from './schema/markets';
import { settings } from './schema/auth';
import type { Tx } from './store.server';

const at = '2024-01-12T00:00:00.000Z';

async function addOne(tx: Tx): Promise<void> {
  await tx.lockRow('settings', 'name', 'counter');
  const [row] = await tx.select().from(settings).where(eq(settings.name, 'counter'));
  await tx
    .update(settings)
    .set({ value: Number(row?.value ?? 0) + 1 })
    .where(eq(settings.name, 'counter'));
}

describe('the store', () => {
  it('keeps what a transaction wrote and forgets what a failed one wrote', async () => {
    const store = await freshStore();
    await store.transact(async (tx) => {
      await tx.insert(settings).values({ name: 'kept', value: { a: 1 }, changedAt: at });
    });
    await expect(
      store.transact(async (tx) => {
        await tx.insert(settings).values({ name: 'lost', value: 1, changedAt: at });
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    const rows = await store.read.select().from(settings);
    expect(rows.map((row) => [row.name, row.value])).toEqual([['kept', { a: 1 }]]);
  });

  it('hides an open transaction from readers until it is over', async () => {
    const store = await freshStore();
    await store.transact(async (tx) => {
      await tx.insert(settings).values({ name: 'open', value: 1, changedAt: at });
      expect(await store.read.select().from(settings)).toEqual([]);
      expect(await tx.select().from(settings)).toHaveLength(1);
    });
    expect(await store.read.select().from(settings)).toHaveLength(1);
  });

  it('loses none of 100 concurrent increments', async () => {
    const store = await freshStore();
    await store.transact(async (tx) => {
      await tx.insert(settings).values({ name: 'counter', value: 0, changedAt: at });
    });
    await Promise.all(Array.from({ length: 100 }, () => store.transact(addOne)));
    const [row] = await store.read.select().from(settings);
    expect(row?.value).toBe(100);
  });

  it('joins a call inside an open transaction: both or none', async () => {
    const store = await freshStore();
    await expect(
      store.transact(async (outer) => {
        await outer.insert(settings).values({ name: 'outer', value: 1, changedAt: at });
        await store.transact(async (inner) => {
          expect(inner).toBe(outer);
          await inner.insert(settings).values({ name: 'inner', value: 1, changedAt: at });
        });
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await store.read.select().from(settings)).toEqual([]);
  });

  it('goes on after a failed transaction', async () => {
    const store = await freshStore();
    const failing = store.transact(() => Promise.reject(new Error('first')));
    const working = store.transact(async (tx) => {
      await tx.insert(settings).values({ name: 'second', value: 2, changedAt: at });
      return 'done';
    });
    await expect(failing).rejects.toThrow('first');
    await expect(working).resolves.toBe('done');
  });

  it('names broken constraints alike on both engines', async () => {
    const store = await freshStore();
    const world = {
      code: 'WORLD',
      nameEn: 'World',
      nameZh: '全球',
      level: 'global',
      path: '/',
    } as const;
    const insert = (values: Record<string, unknown>) =>
      store
        .transact(async (tx) => {
          await tx.insert(markets).values({ ...world, ...values });
        })
        .then(() => null, brokenConstraint);
    expect(await insert({})).toBeNull();
    expect(await insert({})).toBe('unique');
    expect(await insert({ code: 'X', nameEn: sql`null` })).toBe('required');
    expect(
      await store
        .transact(async (tx) => {
          const { sessions } = await import('./schema/auth');
          await tx.insert(sessions).values({
            tokenHash: 'x',
            personId: 1,
            createdAt: at,
            lastSeenAt: at,
            expiresAt: at,
          });
        })
        .then(() => null, brokenConstraint),
    ).toBe('reference');
    expect(brokenConstraint(new Error('other'))).toBeNull();
  });

  it('inserts many rows in one statement after another and counts them', async () => {
    const store = await freshStore();
    function* rows() {
      for (let n = 0; n < 1234; n += 1) yield [`s${n}`, JSON.stringify(n), at];
    }
    const count = await store.transact((tx) =>
      tx.insertRows('settings', ['name', 'value', 'changed_at'], rows()),
    );
    expect(count).toBe(1234);
    expect(await store.read.$count(settings)).toBe(1234);
  });

  it.runIf(engine === 'sqlite')('refuses a write on the read side', async () => {
    const store = await freshStore();
    await store.transact((tx) => tx.execute(sql`delete from settings`));
    await expect(
      Promise.resolve().then(() => store.read.rows(sql`delete from settings returning name`)),
    ).rejects.toThrow(/readonly/);
  });
});
