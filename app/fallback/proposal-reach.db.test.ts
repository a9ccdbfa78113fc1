import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { proposals } from '~db/schema/fallback';
import { mails } from '~db/schema/notifications';
import { offerings } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/casts/review-cast';
import { decideProposal } from './decide-proposal.server';
import { findProposal } from './proposal-queries.server';
import { proposeOnDemand } from './propose-on-demand.server';

/** Brittle hauls in France, and in China it offers the same service: as the test says. */
let store: Store;
let cast: Cast;
let asia: Scope;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  asia = { kind: 'reach', marketId: cast.market.asia.id, path: cast.market.asia.path };
});

const offersInChina = (sharePercent: string | null) =>
  store.transact((tx) =>
    tx.insert(offerings).values({
      ...{ vendorId: cast.vendor.brittle.id, serviceId: cast.service.haulage.id },
      ...{ marketId: cast.market.china.id, sharePercent, standbyOrder: 1 },
    }),
  );

const whole = { vendor: 'BRITTLE', service: 'LINEHAUL', market: null };
const ask = (scope: Scope = everything) =>
  proposeOnDemand(store, { ...actOf(cast.person.petra), scope }, whole);

async function proposed(): Promise<number> {
  const outcome = await ask();
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value[0]?.proposalId ?? 0;
}

describe('a service as a whole, seen from where the vendor only stands by', () => {
  beforeEach(() => offersInChina('0'));

  it('is nobody’s matter there: who takes over serves elsewhere', async () => {
    const id = await proposed();
    const found = await findProposal(store.read, everything, id);
    expect(found?.snapshot.candidates.map(({ vendor }) => vendor.code)).toContain('HARBOUR');
    expect(found?.snapshot.incumbentMarkets.map(({ code }) => code)).toEqual(['FR']);
    expect(await findProposal(store.read, asia, id)).toBeNull();
    const decision = { kind: 'accept' as const, vendorId: cast.vendor.harbour.id };
    const act = { ...actOf(cast.person.mona), scope: asia };
    expect(await decideProposal(store, act, id, decision)).toMatchObject({
      reason: { code: 'not_found' },
    });
    const told = await store.read.select().from(mails).where(eq(mails.toPersonId, remyId()));
    expect(told).toEqual([]);
  });

  it('is not asked about from there, though the market is', async () => {
    expect(await ask(asia)).toMatchObject({ reason: { code: 'vendor_stands_by' } });
    const act = { ...actOf(cast.person.petra), scope: asia };
    const inChina = await proposeOnDemand(store, act, { ...whole, market: 'CN' });
    expect(inChina).toMatchObject({ ok: true });
    const [made] = await store.read.select().from(proposals);
    expect(await findProposal(store.read, asia, made?.id ?? 0)).not.toBeNull();
  });

  it('is a matter of all its places where it only stands by in each', async () => {
    await store.transact((tx) => tx.update(offerings).set({ sharePercent: '0' }));
    expect(await findProposal(store.read, asia, await proposed())).not.toBeNull();
  });
});

it.each([['30'], [null]])(
  'a service as a whole is seen where the vendor carries %s of it: whoever takes over serves there',
  async (share) => {
    await offersInChina(share);
    const id = await proposed();
    const found = await findProposal(store.read, asia, id);
    expect(found?.snapshot.incumbentMarkets.map(({ code }) => code)).toEqual(['CN', 'FR']);
    expect(found?.snapshot.candidates).toEqual([]);
    const told = await store.read.select().from(mails).where(eq(mails.toPersonId, remyId()));
    expect(told).toHaveLength(1);
  },
);

const remyId = () => cast.person.remy.id;
