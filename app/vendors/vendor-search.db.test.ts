import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { freshStore } from '../../tests/database';
import { pageOfVendors, vendorListSpec } from './vendor-queries.server';

let store: Store;

const names: Record<string, string> = {
  'NORD-1': 'Ärztehaus "Nord" GmbH',
  COLD_2: 'Cold_chain 100%',
  'COLD-3': 'Cold chain 1000',
  SF: '顺丰速运有限公司',
  'BACK\\4': "O'Neill\\Sons",
};

beforeAll(async () => {
  store = await freshStore();
  const rows = Object.entries(names).map(([code, name]) => ({
    code,
    name,
    status: 'prospect' as const,
    formerNames: [],
    createdAt: '2024-01-12T08:00:00.000Z',
  }));
  await store.transact((tx) => tx.insertMany(vendors, rows));
});

async function found(search: string): Promise<string[]> {
  const query = parseListQuery(new URLSearchParams({ q: search }), vendorListSpec);
  const { rows, total } = await pageOfVendors(store.read, everything, query);
  expect(total).toBe(rows.length);
  return rows.map(({ code }) => code).sort();
}

it.each([
  ['ärzte', ['NORD-1']],
  ['"nord"', ['NORD-1']],
  ['nord-1', ['NORD-1']],
  ['gmbh NORD', ['NORD-1']],
  ['d_c', ['COLD_2']],
  ['00%', ['COLD_2']],
  ['chain 100', ['COLD-3', 'COLD_2']],
  ["o'neill\\s", ['BACK\\4']],
  ['速运有限', ['SF']],
  ['顺丰', ['SF']],
  ['运', ['SF']],
  ['cold OR nord', []],
  ['nor*', []],
])('%s is in the name or code of %j', async (search, codes) => {
  expect(await found(search)).toEqual(codes);
});

it('follows a vendor through its names, and forgets it with it', async () => {
  const one = eq(vendors.code, 'SF');
  await store.transact((tx) => tx.update(vendors).set({ name: 'S.F. Express' }).where(one));
  expect(await found('f. exp')).toEqual(['SF']);
  expect(await found('速运有限')).toEqual([]);
  await store.transact((tx) => tx.delete(vendors).where(one));
  expect(await found('f. exp')).toEqual([]);
});
