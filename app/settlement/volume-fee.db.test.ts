import { and, eq, inArray } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import type { Pricing } from '~/contracts/pricing';
import { periodOf } from '~/shared/period';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { trialOfTerm } from '~/sla/term-trial.server';
import { randomId } from '~db/columns';
import { contracts, contractVolumes } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { accountEntries, statements } from '~db/schema/settlement';
import { creditEntries, creditPeriods } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/ledger';
import { moveStatementTo } from './move-statement.server';
import { settleMonths } from './settle-month.server';

const january = periodOf(2023, 1);
const perRun = (price: string, volume: { kpi: string } | null): Pricing => ({
  model: 'per_unit',
  units: [
    { unit: 'run', price, ...(volume && { volume: { ...volume, service: null, market: null } }) },
  ],
});

let store: Store;
let cast: Cast;
let contractId: number;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  ({ contractId } = cast.vendor.brittle);
});

async function price(pricing: Pricing) {
  await store.transact(async (tx) => {
    await tx.update(contracts).set({ pricing, feeMinor: null }).where(eq(contracts.id, contractId));
  });
}

/** A report of the vendor, accepted or not, that says how many runs a month had. */
async function reportRuns(
  value: string,
  {
    period = january,
    state = 'accepted',
    source = 'vendor_report',
  }: {
    period?: number;
    state?: 'accepted' | 'submitted';
    source?: 'vendor_report' | 'system_log';
  } = {},
) {
  await store.transact(async (tx) => {
    const vendorId = cast.vendor.brittle.id;
    const [runs] = await tx.select({ id: kpis.id }).from(kpis).where(eq(kpis.code, 'RUNS'));
    const reportId = randomId();
    await tx.insert(reports).values({
      ...{ id: reportId, vendorId, state, source, channel: 'paste' as const },
      createdAt: testNow.toISOString(),
    });
    await tx.insert(readings).values({
      ...{ reportId, vendorId, kpiId: runs?.id ?? 0, period, source, value },
    });
    await markVendorsStale(tx, [vendorId]);
  });
}

async function settle(day = '2023-03-05') {
  const now = new Date(`${day}T08:00:00.000Z`);
  await evaluateDueContracts(store, now, day);
  await settleMonths(store, now, day);
}

const statementOf = async (period = january) => {
  const [row] = await store.read
    .select()
    .from(statements)
    .where(and(eq(statements.contractId, contractId), eq(statements.period, period)));
  return row;
};

it('is open until the volume is reported and accepted, and its statement is not sent before', async () => {
  await price(perRun('2.505', { kpi: 'RUNS' }));
  await reportRuns('400', { state: 'submitted' });
  await settle();
  expect(await statementOf()).toMatchObject({ feeOpen: true, feeMinor: 0 });
  const statementId = (await statementOf())?.id ?? 0;
  const send = () =>
    moveStatementTo(store, actOf(cast.person.petra, '2023-03-05'), { statementId, action: 'send' });
  expect(await send()).toMatchObject({ reason: { code: 'statement_fee_open' } });
  await store.transact(async (tx) => {
    await tx.update(reports).set({ state: 'accepted' }).where(eq(reports.state, 'submitted'));
    await markVendorsStale(tx, [cast.vendor.brittle.id]);
  });
  await settle('2023-03-06');
  expect(await statementOf()).toMatchObject({ feeOpen: false, feeMinor: 100_200 });
  expect(await statementOf(january + 1)).toMatchObject({ feeOpen: true, feeMinor: 0 });
  expect(await send()).toMatchObject({ ok: true });
});

it('posts the difference where another figure comes after the statement was sent', async () => {
  await price(perRun('2', { kpi: 'RUNS' }));
  await reportRuns('400');
  await settle();
  const statementId = (await statementOf())?.id ?? 0;
  await moveStatementTo(store, actOf(cast.person.petra, '2023-03-05'), {
    statementId,
    action: 'send',
  });
  // What the system logged is believed before what the vendor says.
  await reportRuns('410', { source: 'system_log' });
  await reportRuns('100', { period: january + 1 });
  await settle('2023-03-07');
  expect(await statementOf()).toMatchObject({ state: 'sent', feeMinor: 80_000 });
  expect(await statementOf(january + 1)).toMatchObject({ feeMinor: 2000 + 20_000 });
  const posted = await store.read
    .select({ period: accountEntries.period, minor: accountEntries.amountMinor })
    .from(accountEntries)
    .where(and(eq(accountEntries.contractId, contractId), eq(accountEntries.kind, 'fee')));
  expect(posted.map(({ period, minor }) => [period - january, minor]).sort()).toEqual([
    [0, 2000],
    [0, 80_000],
    [1, 20_000],
  ]);
});

it('is what credits and back-tests take their percent of', async () => {
  await price(perRun('100', { kpi: 'RUNS' }));
  for (const month of [0, 1]) await reportRuns('1000', { period: january + month });
  await settle('2023-04-05');
  const months = await store.read
    .select()
    .from(creditPeriods)
    .where(
      and(
        eq(creditPeriods.contractId, contractId),
        inArray(creditPeriods.period, [january, january + 1, january + 2]),
      ),
    );
  // EUR 100,000 by volume in January and February, as the fixed fee of the cast; nothing reported for March.
  expect(months.map(({ period, grossMinor }) => [period - january, grossMinor > 0])).toEqual([
    [0, true],
    [1, true],
  ]);
  await reportRuns('500', { period: january + 2 });
  await settle('2023-04-06');
  const [march] = await store.read
    .select()
    .from(creditEntries)
    .where(and(eq(creditEntries.contractId, contractId), eq(creditEntries.period, january + 2)));
  expect((march?.amountMinor ?? 0) > 0).toBe(true);
  const term = {
    ...{ kpi: 'OTD_PCT', target: 70, credit: { method: 'tiered' } },
    bands: [{ severity: 'serious', from: null, to: 70, credit_percent: 2 }],
  };
  const trial = await trialOfTerm(store.read, everything, contractId, term, testNow);
  if (!trial.ok) throw new Error(trial.reason.code);
  // Six months fail; those after March take its fee of EUR 50,000, the last that is known.
  expect(trial.value.total).toMatchObject({ failures: 6, creditMinor: 6 * 100_000 });
});

it('follows volumes that the contract records, where its price names no KPI', async () => {
  await price(perRun('3', null));
  await store.transact(async (tx) => {
    await tx.insert(contractVolumes).values({ contractId, period: january, volume: '10.5' });
  });
  await settle();
  expect(await statementOf()).toMatchObject({ feeOpen: false, feeMinor: 3150 });
  expect(await statementOf(january + 1)).toMatchObject({ feeOpen: true });
});
