import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { switchPlans } from '~db/schema/fallback';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { decideProposal } from './decide-proposal.server';
import type { Decision } from './decision';
import { findProposal } from './proposal-queries.server';
import { proposeOnDemand } from './propose-on-demand.server';
import { actWithin, asked, demand } from '../../tests/casts/proposal-cast';

let store: Store;
let cast: Cast;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const decide = (id: number, decision: Decision, person = cast.person.mona) =>
  decideProposal(store, actWithin(person), id, decision);

test('whoever asked does not decide; a second person does, and only once', async () => {
  const outcome = await proposeOnDemand(store, actWithin(cast.person.mona), demand);
  const id = outcome.ok ? (outcome.value[0]?.proposalId ?? 0) : 0;
  const accept: Decision = { kind: 'accept', vendorId: cast.vendor.harbour.id };
  expect(await decide(id, accept)).toMatchObject({ reason: { code: 'decider_asked' } });
  expect(await decide(id, accept, cast.person.marek)).toMatchObject({ ok: true });
  expect(await decide(id, accept, cast.person.marek)).toMatchObject({
    reason: { code: 'proposal_decided' },
  });
});

test('a candidate that was suspended since is not accepted, and nothing is stored', async () => {
  const id = await asked(store, cast);
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
  const id = await asked(store, cast);
  const { asia } = cast.market;
  const scope = { kind: 'reach' as const, marketId: asia.id, path: asia.path };
  const act = actWithin(cast.person.remy, scope);
  expect(await decideProposal(store, act, id, { kind: 'reject', reason: 'No.' })).toMatchObject({
    reason: { code: 'not_found' },
  });
  const outsider = { kind: 'vendor' as const, vendorId: cast.vendor.brittle.id };
  expect(await findProposal(store.read, outsider, id)).toBeNull();
});
