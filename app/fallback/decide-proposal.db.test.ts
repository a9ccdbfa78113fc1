import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { completeAction, reopenAction } from '~/actions/complete-action.server';
import { everything, type Act, type Scope } from '~/auth/act';
import { actions } from '~db/schema/actions';
import { proposals, sourcingGaps, switchPlans } from '~db/schema/fallback';
import { certificates, offerings, vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { decideProposal } from './decide-proposal.server';
import type { Decision } from './decision';
import { abandonSwitch, switchSource } from './finish-switch.server';
import { findProposal } from './proposal-queries.server';
import { earlierRankingsOf, findEarlierRanking } from './proposal-record-queries.server';
import { proposeOnDemand } from './propose-on-demand.server';

const sources = { switch: switchSource };

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const actOf = (
  person: { id: number; name: string; role: string },
  scope: Scope = everything,
): Act => ({
  actor: {
    kind: 'person',
    personId: person.id,
    name: person.name,
    role: person.role,
    address: null,
  },
  now: testNow,
  scope,
});

const demand = { vendor: 'BRITTLE', service: 'LINEHAUL', market: 'FR' };

async function asked(): Promise<number> {
  const outcome = await proposeOnDemand(store, actOf(cast.person.petra), demand);
  if (!outcome.ok) throw new Error(outcome.reason.code);
  const [proposed] = outcome.value;
  if (!proposed) throw new Error('nothing was proposed');
  return proposed.proposalId;
}

const decide = (id: number, decision: Decision, person = cast.person.mona) =>
  decideProposal(store, actOf(person), id, decision);

test('asked twice on the same data there is one proposal and one ranking', async () => {
  const id = await asked();
  expect(await asked()).toBe(id);
  expect(await store.read.$count(proposals)).toBe(1);
  expect(await earlierRankingsOf(store.read, id)).toEqual([]);
});

test('asked again on newer data it is ranked anew, and what it said before stays readable', async () => {
  const id = await asked();
  await store.transact((tx) =>
    tx.update(vendors).set({ status: 'suspended' }).where(eq(vendors.code, 'HARBOUR')),
  );
  await asked();
  const now = await findProposal(store.read, everything, id);
  expect(now?.snapshot.candidates.map(({ vendor }) => vendor.code)).toEqual(['TARDY']);
  const [earlier] = await earlierRankingsOf(store.read, id);
  const before = await findEarlierRanking(store.read, id, earlier?.id ?? 0);
  expect(before?.candidates.map(({ vendor }) => vendor.code)).toEqual(['HARBOUR', 'TARDY']);
});

test('a gap that opened is closed when a new ranking finds a candidate', async () => {
  const held = await store.read.select().from(certificates);
  await store.transact((tx) => tx.delete(certificates));
  await asked();
  expect(await store.read.select().from(sourcingGaps)).toMatchObject([{ closedOn: null }]);
  await store.transact((tx) => tx.insert(certificates).values(held));
  await asked();
  expect(await store.read.select().from(sourcingGaps)).toMatchObject([{ closedOn: '2024-01-12' }]);
});

test('what is unknown or out of reach can not be asked about', async () => {
  const act = actOf(cast.person.petra);
  const code = async (more: Partial<typeof demand>, by = act) => {
    const outcome = await proposeOnDemand(store, by, { ...demand, ...more });
    return outcome.ok ? null : outcome.reason.code;
  };
  expect(await code({ vendor: 'NOBODY' })).toBe('vendor_unknown');
  expect(await code({ service: 'SUPPORT' })).toBe('vendor_without_service');
  expect(await code({ market: 'CN' })).toBe('vendor_not_in_market');
  expect(await code({ market: 'NOWHERE' })).toBe('market_unknown');
  const { asia } = cast.market;
  const scope = { kind: 'reach' as const, marketId: asia.id, path: asia.path };
  expect(await code({}, actOf(cast.person.remy, scope))).toBe('vendor_unknown');
  expect(await store.read.$count(proposals)).toBe(0);
});

test('whoever asked does not decide; a second person does, and only once', async () => {
  const outcome = await proposeOnDemand(store, actOf(cast.person.mona), demand);
  const id = outcome.ok ? (outcome.value[0]?.proposalId ?? 0) : 0;
  const accept: Decision = { kind: 'accept', vendorId: cast.vendor.harbour.id };
  expect(await decide(id, accept)).toMatchObject({ reason: { code: 'decider_asked' } });
  expect(await decide(id, accept, cast.person.marek)).toMatchObject({ ok: true });
  expect(await decide(id, accept, cast.person.marek)).toMatchObject({
    reason: { code: 'proposal_decided' },
  });
});

test('a candidate that was suspended since is not accepted, and nothing is stored', async () => {
  const id = await asked();
  const { harbour } = cast.vendor;
  await store.transact((tx) =>
    tx.update(vendors).set({ status: 'suspended' }).where(eq(vendors.id, harbour.id)),
  );
  expect(await decide(id, { kind: 'accept', vendorId: harbour.id })).toMatchObject({
    reason: { code: 'candidate_left' },
  });
  expect(await store.read.$count(switchPlans)).toBe(0);
});

test('a proposal out of reach is not there', async () => {
  const id = await asked();
  const { asia } = cast.market;
  const scope = { kind: 'reach' as const, marketId: asia.id, path: asia.path };
  const act = actOf(cast.person.remy, scope);
  expect(await decideProposal(store, act, id, { kind: 'reject', reason: 'No.' })).toMatchObject({
    reason: { code: 'not_found' },
  });
  const outsider = { kind: 'vendor' as const, vendorId: cast.vendor.brittle.id };
  expect(await findProposal(store.read, outsider, id)).toBeNull();
});

test('accepting opens a plan of six steps; with the last one the volume has moved', async () => {
  const id = await asked();
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
  const id = await asked();
  await decide(id, { kind: 'accept', vendorId: cast.vendor.harbour.id });
  const steps = await stepsOf(cast.vendor.harbour.id);
  const actionId = steps[0]?.id ?? 0;
  const mark = (isDone: boolean) =>
    (isDone ? completeAction : reopenAction)(store, actOf(cast.person.petra), actionId, sources);
  await mark(true);
  expect(await mark(false)).toMatchObject({ ok: true });
  await finishAll(steps);
  expect(await mark(false)).toMatchObject({ reason: { code: 'switch_over' } });
});

test('a split moves each part of what the incumbent carried at first, whichever is done first', async () => {
  const id = await asked();
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

test('who reaches a part asks for what is offered there alone', async () => {
  const { brittle } = cast.vendor;
  const offered = { vendorId: brittle.id, marketId: cast.market.china.id };
  await store.transact((tx) =>
    tx.insert(offerings).values({ ...offered, serviceId: cast.service.support.id }),
  );
  const { asia } = cast.market;
  const scope = { kind: 'reach' as const, marketId: asia.id, path: asia.path };
  const ask = (service: string | null) =>
    proposeOnDemand(store, actOf(cast.person.remy, scope), {
      ...{ vendor: 'BRITTLE', service, market: null },
    });
  expect(await ask('LINEHAUL')).toMatchObject({ reason: { code: 'vendor_without_service' } });
  expect(await ask(null)).toMatchObject({
    ok: true,
    value: [{ scope: { serviceId: cast.service.support.id, marketId: cast.market.china.id } }],
  });
});

test('a switch that is abandoned for a reason moves nothing', async () => {
  const id = await asked();
  await decide(id, { kind: 'accept', vendorId: cast.vendor.harbour.id });
  const [plan] = await store.read.select().from(switchPlans);
  const abandon = (reason: string) =>
    abandonSwitch(store, actOf(cast.person.mona), {
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
    const act = actOf(cast.person.petra);
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
