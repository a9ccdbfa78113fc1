import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { freshStore } from '../tests/database';
import { engine } from './columns';
import { brokenConstraint } from './constraint';
import { markets } from './schema/markets';
import { auditEntries } from './schema/audit';
import { settings } from './schema/auth';
import { openStore, type Tx } from './store.server';

const at = '2024-01-12T00:00:00.000Z';

async function addOne(tx: Tx): Promise<void> {
  await tx.lockRow('settings', 'name', 'counter');
  const [row] = await tx.select().from(settings).where(eq(settings.name, 'counter'));
  await tx
    .update(settings)
    .set({ value: Number(row?.value ?? 0) + 1 })
    .where(eq(settings.name, 'counter'));
}

const entry = (action: string) => ({
  at,
  actor: 'command line',
  action,
  entity: 'test',
  entityId: '1',
  after: { done: true },
  previousHash: '',
  hash: '',
});

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

  const setting = (name: string, value: unknown) => ({ name, value, changedAt: at });

  it('inserts many rows with one prepared statement and counts them', async () => {
    const store = await freshStore();
    function* rows() {
      for (let n = 0; n < 2345; n += 1) yield setting(`s${n}`, { n, quoted: `"'\\${n},{}` });
    }
    expect(await store.transact((tx) => tx.insertMany(settings, rows()))).toBe(2345);
    expect(await store.read.$count(settings)).toBe(2345);
    const [last] = await store.read.select().from(settings).where(eq(settings.name, 's2344'));
    expect(last).toMatchObject(setting('s2344', { n: 2344, quoted: `"'\\2344,{}` }));
  });

  it('fills in defaults, keeps absent values null and leaves counted keys to the engine', async () => {
    const store = await freshStore();
    const world = { nameEn: 'World', nameZh: '全球', level: 'global', path: '/' } as const;
    await store.transact(async (tx) => {
      expect(await tx.insertMany(markets, [])).toBe(0);
      await tx.insertMany(markets, [
        { ...world, code: 'A' },
        { ...world, code: 'B', parentId: null },
      ]);
      await tx.insertMany(auditEntries, [entry('first'), entry('second')]);
    });
    const found = await store.read.select().from(markets);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
    expect(found.every(({ id, parentId }) => id > 2 ** 40 && parentId === null)).toBe(true);
    const entries = await store.read.select().from(auditEntries).orderBy(auditEntries.sequence);
    expect(entries.map(({ action, after }) => [action, after])).toEqual([
      ['first', { done: true }],
      ['second', { done: true }],
    ]);
  });

  it('lets rows that are there stay or take new values, as it is told', async () => {
    const store = await freshStore();
    await store.transact(async (tx) => {
      await tx.insertMany(settings, [setting('a', 1), setting('b', 2)]);
      await tx.insertMany(settings, [setting('a', 10), setting('c', 3)], { keys: ['name'] });
      const replace = { keys: ['name'], set: ['value'] } as const;
      await tx.insertMany(settings, [setting('b', 20), setting('d', 4)], replace);
    });
    const rows = await store.read.select().from(settings).orderBy(settings.name);
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ['a', 1],
      ['b', 20],
      ['c', 3],
      ['d', 4],
    ]);
  });

  it('changes many rows, each by its key, and no others', async () => {
    const store = await freshStore();
    await store.transact(async (tx) => {
      await tx.insertMany(settings, [setting('a', 1), setting('b', 2), setting('c', 3)]);
      await tx.updateMany(settings, { by: ['name'], set: ['value', 'changedAt'] }, [
        { name: 'a', value: { now: 'an object' }, changedAt: '2024-02-01T00:00:00.000Z' },
        { name: 'c', value: [], changedAt: at },
      ]);
      await tx.updateMany(settings, { by: ['name'], set: ['value'] }, []);
    });
    const rows = await store.read.select().from(settings).orderBy(settings.name);
    expect(rows.map(({ value }) => value)).toEqual([{ now: 'an object' }, 2, []]);
    expect(rows[0]?.changedAt).toBe('2024-02-01T00:00:00.000Z');
  });

  it.runIf(engine === 'sqlite')('refuses a write on the read side', async () => {
    const store = await freshStore();
    await store.transact((tx) => tx.execute(sql`delete from settings`));
    await expect(
      Promise.resolve().then(() => store.read.rows(sql`delete from settings returning name`)),
    ).rejects.toThrow(/readonly/);
  });

  it.runIf(engine === 'sqlite')('overwrites in its file what is deleted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-erased-'));
    const file = join(folder, 'store.sqlite');
    const holds = () => readFileSync(file).includes('needle');
    const changed = async (change: (tx: Tx) => Promise<unknown>) => {
      const store = openStore({ file, durable: false });
      await store.migrate();
      await store.transact(change);
      await store.close(); // What is in the log goes into the file.
    };
    await changed((tx) =>
      tx.insertMany(settings, [
        { ...setting('long', 'needle '.repeat(5000)), changedAt: at },
        { ...setting('short', 'needle'), changedAt: at },
      ]),
    );
    expect(holds()).toBe(true);
    await changed((tx) => tx.delete(settings));
    expect(holds()).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
