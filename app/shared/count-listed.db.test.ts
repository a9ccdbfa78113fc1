import { like, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { kpis } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { countListed } from './count-listed.server';

let store: Store;

beforeAll(async () => {
  store = await freshStore();
  await castInto(store);
  await store.transact((tx) =>
    tx.insertMany(
      kpis,
      ['A', 'B', 'C', 'D', 'E'].map((letter) => ({
        code: `COUNTED_${letter}`,
        nameEn: letter,
        nameZh: letter,
        unit: '%',
        better: 'higher' as const,
        category: 'operational' as const,
        aliases: [],
      })),
    ),
  );
});

const counted = like(kpis.code, 'COUNTED\\_%');

it.each([
  [5, 5],
  [4, 5],
  [3, 4],
])('counts up to %i: five rows are %i', async (most, count) => {
  expect(await countListed(store.read, kpis, sql`${counted} escape '\\'`, most)).toBe(count);
});

it('counts what tables hold together, and none where nothing fits', async () => {
  const pairs = sql`${kpis} inner join (select 1 as n union all select 2) as twice on 1 = 1`;
  expect(await countListed(store.read, pairs, sql`${kpis.code} like 'COUNTED%'`)).toBe(10);
  expect(await countListed(store.read, kpis, sql`${kpis.code} = 'NONE'`)).toBe(0);
});
