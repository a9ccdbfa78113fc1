import { beforeEach, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { trialOfTerm } from './term-trial.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const term = {
  kpi: 'OTD_PCT',
  target: 70,
  bands: [{ severity: 'serious', from: null, to: 70, credit_percent: 2 }],
  credit: { method: 'tiered' },
  repeat: { consecutive: 3 },
};

/** Brittle reports 75 in January 2023 and one less each month, 64 in December; it pays EUR 100,000 a month. */
const trial = (document: unknown, scope = everything) =>
  trialOfTerm(store.read, scope, cast.vendor.brittle.contractId, document, testNow);

it('tells failures, runs, triggers and credits at the target and at others', async () => {
  const tried = await trial(term);
  if (!tried.ok) throw new Error(JSON.stringify(tried));
  const { total, months, targets } = tried.value;
  expect(total).toEqual({ failures: 6, runs: 1, triggers: 1, creditMinor: 6 * 200_000 });
  expect(months).toHaveLength(12);
  expect(months.at(-1)).toMatchObject({ outcome: 'breached', measured: '64', run: 6 });
  const at = (target: string) => targets.find((each) => each.target === target);
  expect(at('70')).toMatchObject(total);
  expect(at('66')).toMatchObject({ failures: 2, triggers: 0, creditMinor: 400_000 });
  expect(at('76')).toMatchObject({ failures: 12 });
});

it('says what is wrong with the term, and where there is nothing to try it on', async () => {
  expect(await trial({ kpi: 'OTD_PCT' })).toMatchObject({ reason: { field: 'target' } });
  expect(await trial({ ...term, kpi: 'CANCEL_PCT', bands: undefined })).toMatchObject({
    reason: { code: 'term_without_readings' },
  });
  expect(await trial({ ...term, scope: { market: 'CN' } })).toMatchObject({
    reason: { code: 'term_without_readings' },
  });
});

it('is none of those who do not reach the contract', async () => {
  const scope = { kind: 'vendor' as const, vendorId: cast.vendor.harbour.id };
  expect(
    await trialOfTerm(store.read, scope, cast.vendor.brittle.contractId, term, testNow),
  ).toMatchObject({
    reason: { code: 'not_found' },
  });
});
