import { expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { castInto, testNow, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { must } from '../../tests/casts/newcomer';
import { actOf } from '../../tests/casts/review-cast';
import { approveContract } from './approve-contract.server';
import { importContract } from './import-contract.server';
import { signContract } from './sign-contract.server';
import { submitContract } from './submit-contract.server';
import { createContract } from './create-contract.server';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };
const MARKETS = ['WORLD', 'EUROPE', 'FR', 'PARIS', 'ASIA', 'CN'];

const fileOf = (size: number) => ({
  number: 'C-1',
  vendor: 'HARBOUR',
  starts: '2024-01-01',
  ends: '2024-12-31',
  title: 'Line-haul',
  services: ['LINEHAUL'],
  markets: MARKETS.slice(0, size),
  currency: 'EUR',
  fee: '100000.00',
  terms: [],
});

/** How often each step in a contract's life asks the store, for one with so many markets and terms. */
async function asksFor(size: number): Promise<Record<string, number>> {
  let asked = 0;
  const store = await freshStore({ onStatement: () => (asked += 1) });
  const { person } = await castInto(store);
  const counts: Record<string, number> = {};
  const step = async <T>(name: string, verb: () => Promise<T>): Promise<T> => {
    asked = 0;
    const outcome = await verb();
    counts[name] = asked;
    return outcome;
  };
  const by = (who: CastPerson) => actOf(who);
  const { petra, pablo, mona } = person;
  const created = await step('create', () =>
    createContract(store, act, { file: fileOf(size), state: 'draft' }),
  );
  const { contractId } = must(created);
  const terms = MARKETS.slice(0, size).map((market) => ({
    ...{ kpi: 'OTD_PCT', target: 80, scope: { market } },
  }));
  must(await importContract(store, act, { ...fileOf(size), terms }));
  must(await step('submit', () => submitContract(store, by(petra), contractId)));
  must(await step('approve', () => approveContract(store, by(pablo), contractId)));
  must(await approveContract(store, by(mona), contractId));
  const signing = {
    ...{ contractId, signedOn: '2024-01-11', reason: null, maySignIncomplete: false },
    ...{ papers: [], prevails: null, later: 'Original by courier' },
  };
  must(await step('sign', () => signContract(store, by(petra), signing)));
  must(await step('import again', () => importContract(store, act, { ...fileOf(size), terms })));
  return counts;
}

it('asks as often for a contract of six markets and terms as for one of one', async () => {
  expect(await asksFor(6)).toEqual(await asksFor(1));
});
