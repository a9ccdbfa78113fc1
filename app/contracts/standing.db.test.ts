import { and, eq, like, type SQL } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { chunks } from '~/shared/chunks';
import { contracts } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import {
  contractStandings,
  contractStates,
  lastDayInForce,
  renewals,
  standingOn,
} from './contract';
import { hasNotEnded, isAlive, standsAs } from './standing.server';

const today = '2024-01-12';

/** Every state and renewal with days before, on and after the day, or none. */
const lives = contractStates.flatMap((state) =>
  renewals.flatMap((renewal) =>
    ['2023-12-31', today, null].flatMap((endsOn) =>
      ['2024-01-11', today, null].flatMap((terminatedOn) =>
        ['2023-01-01', '2024-01-13'].map((startsOn) => ({
          ...{ state, renewal, endsOn, terminatedOn, startsOn },
        })),
      ),
    ),
  ),
);

let store: Store;
let rows: (typeof contracts.$inferSelect)[];
beforeAll(async () => {
  store = await freshStore();
  const { contractId } = (await castInto(store)).vendor.harbour;
  const [one] = await store.read.select().from(contracts).where(eq(contracts.id, contractId));
  if (!one) throw new Error('no contract');
  rows = lives.map((life, index) => ({ ...one, ...life, id: index + 1, number: `L-${index}` }));
  await store.transact(async (tx) => {
    for (const some of chunks(rows, 20)) await tx.insert(contracts).values(some);
  });
});

async function found(condition: SQL | undefined) {
  const own = await store.read
    .select({ number: contracts.number })
    .from(contracts)
    .where(and(like(contracts.number, 'L-%'), condition));
  return own.map(({ number }) => number).sort();
}

const numbers = (those: typeof rows) => those.map(({ number }) => number).sort();

it.each(contractStandings)('finds contracts in SQL as the rule has them: %s', async (standing) => {
  const expected = rows.filter((row) => standingOn(row, today) === standing);
  expect(expected).not.toEqual([]);
  expect(await found(standsAs([standing], today))).toEqual(numbers(expected));
});

it('leaves out what is over, and by its last day alone whatever is not agreed', async () => {
  const alive = rows.filter((row) => !['ended', 'terminated'].includes(standingOn(row, today)));
  expect(await found(isAlive(today))).toEqual(numbers(alive));
  const lasting = rows.filter((row) => (lastDayInForce(row) ?? today) >= today);
  expect(lasting.length).toBeLessThan(alive.length);
  expect(await found(hasNotEnded(today))).toEqual(numbers(lasting));
});

it('finds any where none is asked for', async () => {
  expect(await found(standsAs([], today))).toHaveLength(rows.length);
});
