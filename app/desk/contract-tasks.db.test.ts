import { beforeEach, expect, it, vi } from 'vitest';
import { everything } from '~/auth/act';
import { contracts } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import {
  contractListSpec,
  countContracts,
  listContracts,
} from '~/contracts/contract-queries.server';
import { pageWindow, parseListQuery } from '~/shared/list-query';
import { contractsDue } from './due-lists.server';
import { contractsToRenew } from './contract-task-queries.server';

const today = '2024-01-12';
let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const contract = (number: string, life: Partial<typeof contracts.$inferInsert>) => ({
  number,
  title: number,
  vendorId: cast.vendor.harbour.id,
  state: 'active' as const,
  startsOn: '2020-01-01',
  endsOn: '2024-02-29',
  currency: 'EUR',
  reportDueDay: 10,
  graceDays: 0,
  createdAt: testNow.toISOString(),
  ...life,
});
const add = (rows: (typeof contracts.$inferInsert)[]) =>
  store.transact(async (tx) => {
    await tx.insertMany(contracts, rows);
  });
const shown = async () =>
  (await contractsToRenew(store.read, everything, today)).map(
    ({ kind, dueOn, params }) => `${params['contract']} ${kind} ${dueOn}`,
  );

/** The list of contracts as the desk's rows lead to it. */
const listed = async (search: string) => {
  const query = parseListQuery(new URLSearchParams(search), contractListSpec);
  const asked = { asked: query.filters.due, today, personId: cast.person.petra.id };
  const among = await contractsDue(store.read, everything, asked);
  const rows = await listContracts(store.read, everything, query, today, pageWindow(query), among);
  expect(await countContracts(store.read, everything, query, today, among)).toBe(rows.length);
  return rows.map(({ number }) => number);
};

it('the contract that ends next month is there, however many have ended before', async () => {
  const ended = Array.from({ length: 600 }, (_, at) =>
    contract(`OLD-${at}`, { endsOn: '2022-12-31' }),
  );
  await add([...ended, contract('NEXT', {})]);
  expect(await shown()).toEqual(['NEXT contract_ending 2024-02-29']);
});

it('what has not begun, was terminated, or ends in half a year asks for nothing', async () => {
  await add([
    contract('LATER', { startsOn: '2024-02-01' }),
    contract('GONE', { state: 'terminated', terminatedOn: '2024-01-31' }),
    contract('FAR', { endsOn: '2024-07-31' }),
    contract('LAST-DAY', { endsOn: today }),
  ]);
  expect(await shown()).toEqual([`LAST-DAY contract_ending ${today}`]);
});

it('a tacit renewal asks when its notice is due, long after its first end', async () => {
  const tacit = { renewal: 'tacit' as const, renewalMonths: 12, noticeDays: 30 };
  await add([
    contract('ROLLS', { ...tacit, endsOn: '2021-02-28' }),
    contract('RESTS', { ...tacit, endsOn: '2021-09-30' }),
  ]);
  expect(await shown()).toEqual(['ROLLS contract_notice 2024-01-30']);
  expect(await listed('due=contract_notice')).toEqual(['ROLLS']);
  expect(await listed('due=contract_ending')).toEqual([]);
  expect(await listed('due=contract_notice&due=contract_ending&q=rests')).toEqual([]);
  expect(await listed('')).toContain('RESTS');
});

it('what is not asked for is not looked up', async () => {
  await add([contract('NEXT', {})]);
  const select = vi.spyOn(store.read, 'select');
  const asked = { today, personId: cast.person.petra.id };
  await contractsDue(store.read, everything, { ...asked, asked: ['manual_decision'] });
  expect(select).toHaveBeenCalledTimes(1);
  select.mockRestore();
});
