import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { done, refused } from '~/shared/outcome';
import { castInto } from '../tests/cast';
import { freshStore } from '../tests/database';
import { engine } from './columns';
import { settings } from './schema/auth';
import { offerings } from './schema/vendors';
import type { Store, Tx } from './store.server';

const at = '2024-01-12T00:00:00.000Z';
const write = (tx: Tx, name: string) =>
  tx.insert(settings).values({ name, value: 1, changedAt: at });

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
const kept = async () => {
  const rows = await store.read.select({ name: settings.name }).from(settings);
  return rows.map(({ name }) => name).sort();
};

describe('a verb that refuses', () => {
  it('leaves nothing of what it wrote', async () => {
    const outcome = await store.transact(async (tx) => {
      await write(tx, 'half');
      return refused('too_late');
    });
    expect(outcome).toEqual(refused('too_late'));
    expect(await kept()).toEqual([]);
  });

  it('keeps what it wrote where it says so', async () => {
    const verb = async (tx: Tx) => {
      await write(tx, 'attempt');
      return refused('wrong');
    };
    await store.transact(verb, { keepRefused: true });
    expect(await kept()).toEqual(['attempt']);
  });

  it('inside another undoes its own part alone', async () => {
    await store.transact(async (tx) => {
      await write(tx, 'before');
      await store.transact(async (part) => {
        await write(part, 'part');
        await store.transact(async (deeper) => {
          await write(deeper, 'deeper');
          return done();
        });
        return refused('no');
      });
      await write(tx, 'after');
      return done();
    });
    expect(await kept()).toEqual(['after', 'before']);
  });
});

describe('parts of a transaction', () => {
  it('asked for at once follow each other, and the failed one leaves the others', async () => {
    await store.transact(async () => {
      const parts = Array.from({ length: 12 }, (_, at) =>
        store.transact(async (tx) => {
          await write(tx, `part ${String(at).padStart(2, '0')}`);
          await tx.select().from(settings);
          if (at % 3 === 0) throw new Error('stop');
          return at % 3 === 1 ? done() : refused('no');
        }),
      );
      await Promise.allSettled(parts);
    });
    expect(await kept()).toEqual(['part 01', 'part 04', 'part 07', 'part 10']);
  });

  it('that break a constraint can be caught, and the rest is kept', async () => {
    await store.transact(async (tx) => {
      await write(tx, 'once');
      await store.transact((part) => write(part, 'once')).catch(() => undefined);
      await tx.update(settings).set({ value: 2 }).where(eq(settings.name, 'once'));
    });
    expect(await store.read.select().from(settings)).toMatchObject([{ name: 'once', value: 2 }]);
  });
});

describe('a rehearsal', () => {
  it('answers what would happen and changes nothing, by itself and inside another', async () => {
    const tried = async (tx: Tx) => {
      await write(tx, 'tried');
      return tx.$count(settings);
    };
    expect(await store.rehearse(tried)).toBe(1);
    await store.transact(async (tx) => {
      await write(tx, 'real');
      expect(await store.rehearse(tried)).toBe(2);
      expect(await tx.$count(settings)).toBe(1);
    });
    expect(await kept()).toEqual(['real']);
  });
});

describe('a locked row', () => {
  it.runIf(engine === 'postgres')('lets others write what refers to it', async () => {
    const { vendor, service, market } = await castInto(store);
    const scoped = { serviceId: service.support.id, marketId: market.china.id };
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const offered = begun.then(() =>
      store.transact((tx) =>
        tx.insert(offerings).values({ ...scoped, vendorId: vendor.harbour.id }),
      ),
    );
    await store.transact(async (tx) => {
      await tx.lockRow('vendors', 'id', vendor.harbour.id);
      begin();
      await offered;
    });
    expect(await store.read.$count(offerings, eq(offerings.marketId, market.china.id))).toBe(1);
  });
});
