import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { proposalPlaces, proposals } from '~db/schema/fallback';
import { mails } from '~db/schema/notifications';
import { offerings } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf } from '../../tests/casts/review-cast';
import { decideProposal } from './decide-proposal.server';
import { findProposal, listProposals, proposalListSpec } from './proposal-queries.server';
import { proposeOnDemand, type Demand } from './propose-on-demand.server';
import { providedOf } from './served';

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

const leaveChina = () =>
  store.transact((tx) => tx.delete(offerings).where(eq(offerings.marketId, cast.market.china.id)));

const seenFrom = async (scope: Scope, id: number) => {
  const listed = await listProposals(
    store.read,
    scope,
    parseListQuery(new URLSearchParams(), proposalListSpec),
  );
  const isListed = listed.some((each) => each.id === id);
  const found = await findProposal(store.read, scope, id);
  expect(found !== null).toBe(isListed);
  return isListed;
};

const whole = { vendor: 'BRITTLE', service: 'LINEHAUL', market: null };
const ask = (scope: Scope = everything, demand: Demand = whole) =>
  proposeOnDemand(store, { ...actOf(cast.person.petra), scope }, demand);

async function proposed(demand: Demand = whole): Promise<number> {
  const outcome = await ask(everything, demand);
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

  it('stays out of reach where the vendor takes to carrying there later', async () => {
    const id = await proposed();
    await store.transact((tx) => tx.update(offerings).set({ sharePercent: '40' }));
    expect(await seenFrom(asia, id)).toBe(false);
    const act = { ...actOf(cast.person.mona), scope: asia };
    const decision = { kind: 'accept' as const, vendorId: cast.vendor.harbour.id };
    expect(await decideProposal(store, act, id, decision)).toMatchObject({
      reason: { code: 'not_found' },
    });
  });
});

describe('the reach of a proposal when the vendor’s offerings change after it', () => {
  it('leaves out whoever the vendor came to later', async () => {
    const id = await proposed();
    await offersInChina('30');
    expect(await seenFrom(asia, id)).toBe(false);
    expect(await seenFrom(france(), id)).toBe(true);
  });

  it('keeps in whoever the vendor has left since, of the whole service and of a market', async () => {
    await offersInChina('30');
    const id = await proposed();
    const ofMarket = await proposed({ ...whole, market: 'CN' });
    await leaveChina();
    for (const each of [id, ofMarket]) expect(await seenFrom(asia, each)).toBe(true);
    expect(await seenFrom(france(), ofMarket)).toBe(false);
  });

  it('goes by no more than what it was by where the vendor offers nothing any more', async () => {
    const id = await proposed();
    await store.transact((tx) =>
      tx.delete(offerings).where(eq(offerings.vendorId, cast.vendor.brittle.id)),
    );
    expect(await seenFrom(asia, id)).toBe(false);
    expect(await seenFrom(france(), id)).toBe(true);
  });

  it('takes in where the vendor serves when it is ranked again, for whoever asks there', async () => {
    const id = await proposed();
    await offersInChina('30');
    expect(await ask(asia)).toMatchObject({ ok: true, value: [{ proposalId: id, made: false }] });
    expect(await seenFrom(asia, id)).toBe(true);
    const found = await findProposal(store.read, asia, id);
    expect(found?.snapshot.incumbentMarkets.map(({ code }) => code)).toEqual(['CN', 'FR']);
    await leaveChina();
    await ask();
    expect(await seenFrom(asia, id)).toBe(true);
  });

  it('goes by the offerings of today where none were kept', async () => {
    const id = await proposed();
    await store.transact((tx) => tx.delete(proposalPlaces));
    expect(await seenFrom(asia, id)).toBe(false);
    await offersInChina('30');
    expect(await seenFrom(asia, id)).toBe(true);
  });

  it('asks the store of those of today what the rule says of them, whatever the shares', async () => {
    const id = await proposed();
    await offersInChina(null);
    await store.transact((tx) => tx.delete(proposalPlaces));
    const { france: here, china } = cast.market;
    const shareIn = (marketId: number, sharePercent: string | null) =>
      store.transact((tx) =>
        tx.update(offerings).set({ sharePercent }).where(eq(offerings.marketId, marketId)),
      );
    const shares = [null, '0', '0.00', '0.5', '30'];
    for (const inFrance of shares) {
      await shareIn(here.id, inFrance);
      for (const inChina of shares) {
        await shareIn(china.id, inChina);
        const own = [
          { marketId: here.id, sharePercent: inFrance },
          { marketId: china.id, sharePercent: inChina },
        ];
        const isProvided = providedOf(own).some(({ marketId }) => marketId === china.id);
        expect([inFrance, inChina, await seenFrom(asia, id)]).toEqual([
          ...[inFrance, inChina, isProvided],
        ]);
      }
    }
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

const france = (): Scope => ({
  kind: 'reach',
  marketId: cast.market.france.id,
  path: cast.market.france.path,
});
const remyId = () => cast.person.remy.id;
