import { asc, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { freshStore } from '../../tests/database';
import { services } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { endsInText, holdsText } from './holds-text.server';

let store: Store;

const kept = [
  { code: 'A', nameEn: '100% return', nameZh: '全额退货' },
  { code: 'B', nameEn: '1000 returns', nameZh: '退货' },
  { code: 'C', nameEn: 'Cold_chain', nameZh: '冷链' },
  { code: 'D', nameEn: 'Cold chain', nameZh: '冷链运输' },
  { code: 'E', nameEn: 'A\\B', nameZh: 'Äpfel' },
];

beforeAll(async () => {
  store = await freshStore();
  await store.transact((tx) =>
    tx.insertMany(
      services,
      kept.map((one) => ({ ...one, code: `HELD-${one.code}`, requiredCertificates: [] })),
    ),
  );
});

async function codes(condition: ReturnType<typeof holdsText>) {
  const rows = await store.read
    .select({ code: services.code })
    .from(services)
    .where(sql`${services.code} like 'HELD%' and ${condition ?? sql`1 = 1`}`)
    .orderBy(asc(services.code));
  return rows.map(({ code }) => code.slice(-1)).join('');
}

it.each([
  ['RETURN', 'AB'],
  ['100%', 'A'],
  ['d_c', 'C'],
  ['a\\b', 'E'],
  ['冷链', 'CD'],
  ['Äpfel', 'E'],
  ["o'clock", ''],
  ['', 'ABCDE'],
])('%s is held by %s', async (search, found) => {
  expect(await codes(holdsText(search, services.nameEn, services.nameZh))).toBe(found);
});

it('looks into texts put together', async () => {
  const both = sql`${services.nameEn} || ' ' || ${services.nameZh}`;
  expect(await codes(holdsText('chain 冷链运', both))).toBe('D');
});

it('knows what a text ends in', async () => {
  expect(await codes(endsInText('CHAIN', services.nameEn))).toBe('CD');
  expect(await codes(endsInText('_chain', services.nameEn))).toBe('C');
  expect(await codes(endsInText('retur', services.nameEn))).toBe('');
});
