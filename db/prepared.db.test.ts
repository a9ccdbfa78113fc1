import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { freshStore } from '../tests/database';
import { keysIn, prepared } from './prepared';
import { settings } from './schema/auth';
import { services } from './schema/vendors';

const at = '2024-01-12T00:00:00.000Z';
const named = prepared(['name'], (reader, { name }) =>
  reader
    .select({ name: settings.name, value: settings.value })
    .from(settings)
    .where(eq(settings.name, name)),
);
const codesOf = prepared(['ids'], (reader, { ids }) =>
  reader
    .select({ code: services.code })
    .from(services)
    .where(sql`${services.id} in ${keysIn(ids)}`)
    .orderBy(services.code),
);

it('asks a question that was built once with other values, and sees what was written since', async () => {
  const store = await freshStore();
  const keep = (name: string, value: number) =>
    store.transact((tx) => tx.insertMany(settings, [{ name, value, changedAt: at }]));
  await keep('one', 1);
  expect(await named(store.read, { name: 'one' })).toEqual([{ name: 'one', value: 1 }]);
  expect(await named(store.read, { name: 'two' })).toEqual([]);
  await keep('two', 2);
  expect(await named(store.read, { name: 'two' })).toEqual([{ name: 'two', value: 2 }]);
});

it('asks each reader for itself: an open transaction sees what it wrote, others do not', async () => {
  const store = await freshStore();
  await store.rehearse(async (tx) => {
    await tx.insertMany(settings, [{ name: 'one', value: 1, changedAt: at }]);
    expect(await named(tx, { name: 'one' })).toEqual([{ name: 'one', value: 1 }]);
    expect(await named(store.read, { name: 'one' })).toEqual([]);
  });
  expect(await store.transact((tx) => named(tx, { name: 'one' }))).toEqual([]);
});

it('finds rows by any number of keys that are bound as one value', async () => {
  const store = await freshStore();
  const rows = [2 ** 52 + 7, 2 ** 53 - 1, 3].map((id, index) => ({
    id,
    code: `s${index}`,
    nameEn: 'Storage',
    nameZh: '仓储',
    requiredCertificates: [],
  }));
  await store.transact((tx) => tx.insertMany(services, rows));
  const codes = async (ids: number[]) =>
    (await codesOf(store.read, { ids: JSON.stringify(ids) })).map(({ code }) => code);
  expect(await codes([2 ** 53 - 1, 2 ** 52 + 7])).toEqual(['s0', 's1']);
  expect(await codes([4])).toEqual([]);
  expect(await codes([])).toEqual([]);
  const many = Array.from({ length: 100_000 }, (_, index) => 1000 + index);
  expect(await codes([...many, 3])).toEqual(['s2']);
});
