import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { completeAction, reopenAction } from '~/actions/complete-action.server';
import { actions } from '~db/schema/actions';
import { switchPlans } from '~db/schema/fallback';
import { offerings } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { decideProposal } from './decide-proposal.server';
import type { Decision } from './decision';
import { abandonSwitch, switchSource } from './finish-switch.server';
import { actWithin, asked } from '../../tests/casts/proposal-cast';

const sources = { switch: switchSource };

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const decide = (id: number, decision: Decision) =>
  decideProposal(store, actWithin(cast.person.mona), id, decision);

test('accepting opens a plan of six steps; with the last one the volume has moved', async () => {
  const id = await asked(store, cast);
  const { harbour, brittle } = cast.vendor;
  await decide(id, { kind: 'accept', vendorId: harbour.id });
  const steps = await stepsOf(harbour.id);
  expect(steps.map(({ step, dueOn }) => [step, dueOn])).toEqual([
    ['notice', '2024-01-15'],
    ['data_handover', '2024-01-24'],
    ['access', '2024-01-27'],
    ['parallel_run', '2024-02-05'],
    ['cut_over', '2024-02-11'],
    ['review', '2024-03-12'],
  ]);
  await finishAll(steps.slice(0, 5));
  expect(await shareOf(brittle.id)).toBe('25');
  expect(await finishAll(steps.slice(5))).toBe(true);
  expect(await shareOf(brittle.id)).toBe('0');
  expect(await shareOf(harbour.id)).toBe('50');
  const [plan] = await store.read.select().from(switchPlans);
  expect(plan).toMatchObject({ state: 'done', finishedOn: '2024-01-12' });
});

test('a step may be opened again while the switch runs, and no longer when it is done', async () => {
  const id = await asked(store, cast);
  await decide(id, { kind: 'accept', vendorId: cast.vendor.harbour.id });
  const steps = await stepsOf(cast.vendor.harbour.id);
  const actionId = steps[0]?.id ?? 0;
  const mark = (isDone: boolean) =>
    (isDone ? completeAction : reopenAction)(
      store,
      actWithin(cast.person.petra),
      actionId,
      sources,
    );
  await mark(true);
  expect(await mark(false)).toMatchObject({ ok: true });
  await finishAll(steps);
  expect(await mark(false)).toMatchObject({ reason: { code: 'switch_over' } });
});

test('a split moves each part of what the incumbent carried at first, whichever is done first', async () => {
  const id = await asked(store, cast);
  const { harbour, tardy, brittle } = cast.vendor;
  await store.transact((tx) =>
    tx.update(offerings).set({ carried: '1000' }).where(eq(offerings.vendorId, brittle.id)),
  );
  await decide(id, {
    kind: 'split',
    parts: [
      { vendorId: brittle.id, sharePercent: '20' },
      { vendorId: harbour.id, sharePercent: '60' },
      { vendorId: tardy.id, sharePercent: '20' },
    ],
  });
  await finishAll(await stepsOf(harbour.id));
  expect([await shareOf(brittle.id), await shareOf(harbour.id)]).toEqual(['10', '40']);
  await finishAll(await stepsOf(tardy.id));
  expect([await shareOf(brittle.id), await shareOf(tardy.id)]).toEqual(['5', '30']);
  expect(await carriedBy(brittle.id)).toBe('200');
  expect(await carriedBy(tardy.id)).toBe('200');
});

test('a switch that is abandoned for a reason moves nothing', async () => {
  const id = await asked(store, cast);
  await decide(id, { kind: 'accept', vendorId: cast.vendor.harbour.id });
  const [plan] = await store.read.select().from(switchPlans);
  const abandon = (reason: string) =>
    abandonSwitch(store, actWithin(cast.person.mona), {
      proposalId: id,
      planId: plan?.id ?? 0,
      reason,
    });
  expect(await abandon(' ')).toMatchObject({ reason: { code: 'reason_required' } });
  const endless = await abandon('x'.repeat(100_000));
  expect(endless).toMatchObject({ reason: { code: 'too_long', field: 'reason' } });
  expect(await abandon('They recovered.')).toMatchObject({ ok: true });
  expect(await abandon('Again.')).toMatchObject({ reason: { code: 'switch_over' } });
  expect(await shareOf(cast.vendor.brittle.id)).toBe('25');
});

async function stepsOf(candidateId: number) {
  const [plan] = await store.read
    .select()
    .from(switchPlans)
    .where(eq(switchPlans.candidateId, candidateId));
  return store.read
    .select()
    .from(actions)
    .where(and(eq(actions.origin, 'switch'), eq(actions.originId, plan?.id ?? 0)))
    .orderBy(actions.position);
}

async function finishAll(steps: readonly { id: number }[]): Promise<boolean> {
  let finished = false;
  for (const { id: actionId } of steps) {
    const act = actWithin(cast.person.petra);
    const outcome = await completeAction(store, act, actionId, sources);
    finished = outcome.ok && outcome.value.ended;
  }
  return finished;
}

async function offeringOf(vendorId: number) {
  const [row] = await store.read.select().from(offerings).where(eq(offerings.vendorId, vendorId));
  return row;
}

const shareOf = async (vendorId: number) => (await offeringOf(vendorId))?.sharePercent;
const carriedBy = async (vendorId: number) => (await offeringOf(vendorId))?.carried;
