import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import * as planRoute from '~/routes/_app.breaches.$breachId.plan';
import * as searchRoute from '~/routes/_app.search';
import * as vendorRoute from '~/routes/_app.vendors.$vendorId._index/route';
import { slaTerms } from '~db/schema/contracts';
import { breachForEach, breachId, bruno, cast, mona, path, see, store } from './breach-visits';

breachForEach();

beforeEach(async () => {
  const { brittle } = cast.vendor;
  await store.transact((tx) =>
    tx
      .update(slaTerms)
      .set({ marketId: cast.market.paris.id })
      .where(eq(slaTerms.id, brittle.termId)),
  );
});

/* Without its market a breach can't be told from the one of the vendor's total in the same month. */

it('names the market on its page', async () => {
  expect((await see(mona)).body).toMatchObject({
    title: 'On-time arrival rate, Paris, Dec\u00a02023',
  });
});

it('names the market above each step', async () => {
  const answer = await bruno.load(planRoute, `${path()}/plan`, { breachId });
  expect(answer.body).toMatchObject({ heading: { kpi: '准点率（巴黎）' } });
});

it('names the market among the latest of its vendor', async () => {
  const { id } = cast.vendor.brittle;
  const answer = await mona.load(vendorRoute, `/vendors/${id}`, { vendorId: id });
  expect(answer.body).toMatchObject({
    performance: { breaches: { 0: { market: { nameEn: 'Paris' } } } },
  });
});

it('names the market where it is found', async () => {
  const answer = await mona.load(searchRoute, '/search?q=brittle');
  const { groups } = answer.body as { groups: { kind: string; hits: { detail: string }[] }[] };
  const breaches = groups.find(({ kind }) => kind === 'breach');
  expect(breaches?.hits[0]?.detail).toBe('On-time arrival rate, Paris');
});
