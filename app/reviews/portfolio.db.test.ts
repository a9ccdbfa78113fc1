import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import * as portfolioRoute from '~/routes/_app.reviews.portfolio';
import * as exportRoute from '~/routes/reviews_.portfolio.export';
import { parseListQuery } from '~/shared/list-query';
import { periodOf, type Period } from '~/shared/period';
import { randomId } from '~db/columns';
import { actions } from '~db/schema/actions';
import { slaTermVersions } from '~db/schema/contracts';
import { reviewDecisions, reviewRatings } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import type { Store, Tx } from '~db/store.server';
import { eq } from 'drizzle-orm';
import { castInto, testNow, type Cast, type CastVendor } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { contextFor, visitAs } from '../../tests/visit';
import { portfolioSpec, shownQuarters } from './portfolio';
import {
  actionsByOwner,
  effectsOfActions,
  latestConsequences,
} from './portfolio-action-queries.server';
import {
  countReviewedVendors,
  latestQuarter,
  meetingsByQuarter,
  ratedKey,
  ratedReviews,
  reviewedVendors,
} from './portfolio-queries.server';

let store: Store;
let cast: Cast;
const at = testNow.toISOString();
const [q3, q4] = [periodOf(2023, 7), periodOf(2023, 10)];
const query = (search = '') => parseListQuery(new URLSearchParams(search), portfolioSpec);

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

type Review = typeof reviews.$inferInsert;

async function review(
  tx: Tx,
  vendor: CastVendor,
  quarter: Period,
  more: Partial<Review> = {},
): Promise<number> {
  const id = randomId();
  await tx.insert(reviews).values({
    ...{ id, vendorId: vendor.id, quarter, state: 'signed', minutes: 60, createdAt: at },
    ...{ meetsAt: '2023-11-02T10:00:00.000Z', timeZone: 'Europe/Paris' },
    ...{ calendarUid: `review-${id}@mainstay`, ...more },
  });
  return id;
}

describe('the portfolio', () => {
  it('rates every vendor by quarter, as the meeting decided, else by the figures', async () => {
    const { harbour, brittle, tardy } = cast.vendor;
    const overruled = await store.transact(async (tx) => {
      await review(tx, harbour, q3, { computedRating: 'good' });
      await review(tx, brittle, q4, { state: 'frozen' });
      await review(tx, tardy, periodOf(2024, 1), { state: 'planned' });
      const id = await review(tx, harbour, q4, { computedRating: 'good' });
      await tx.insert(reviewRatings).values({
        ...{ reviewId: id, figureId: 'overall', computed: 'good', rating: 'improve' },
        ...{ reason: 'Complaints', decidedAt: at },
      });
      return id;
    });
    expect(await latestQuarter(store.read, everything)).toBe(q4);
    const rows = await reviewedVendors(store.read, everything, query());
    expect(rows.map(({ code }) => code)).toEqual(['BRITTLE', 'HARBOUR', 'TARDY']);
    expect(await countReviewedVendors(store.read, everything, query('q=harb'))).toBe(1);
    const rated = await ratedReviews(store.read, everything, shownQuarters(q4));
    expect(rated.get(ratedKey(harbour.id, q3))?.rating).toBe('good');
    expect(rated.get(ratedKey(harbour.id, q4))).toEqual({ id: overruled, rating: 'improve' });
    expect(rated.get(ratedKey(brittle.id, q4))?.rating).toBeNull();
    expect(rated.size).toBe(3);
  });

  it('counts meetings in time up to six weeks after the quarter, late after, and those that are overdue', async () => {
    const { harbour, brittle, tardy, polar } = cast.vendor;
    await store.transact(async (tx) => {
      // Begun on the last day, by the clock of the meeting, and closed by the job a day later.
      await review(tx, harbour, q3, {
        ...{ openedAt: '2023-11-11T22:00:00.000Z', heldAt: '2023-11-12T22:35:00.000Z' },
      });
      await review(tx, brittle, q3, {
        ...{ openedAt: '2023-11-12T08:00:00.000Z', heldAt: '2023-11-12T09:00:00.000Z' },
      });
      await review(tx, tardy, q3, { state: 'planned' });
      await review(tx, polar, q3, { state: 'cancelled', cancelledAt: at });
      await review(tx, harbour, q4, { state: 'planned' });
    });
    const today = '2024-01-12';
    const meetings = (search = '') =>
      meetingsByQuarter(store.read, everything, {
        quarters: shownQuarters(q4),
        today,
        query: query(search),
      });
    expect(await meetings('q=brittle')).toEqual([
      { quarter: q3, planned: 1, inTime: 0, late: 1, missed: 0 },
    ]);
    expect(await meetings()).toEqual([
      { quarter: q4, planned: 1, inTime: 0, late: 0, missed: 0 },
      { quarter: q3, planned: 3, inTime: 1, late: 1, missed: 1 },
    ]);
  });

  it('counts open actions by owner and age', async () => {
    const { brittle } = cast.vendor;
    const of = { vendorId: brittle.id, origin: 'review' as const, originId: 1, title: 'T' };
    const ours = { ...of, side: 'ours' as const, ownerId: cast.person.mona.id };
    await store.transact(async (tx) => {
      await tx.insert(actions).values([
        { ...ours, dueOn: '2024-01-11', createdAt: '2023-12-13T09:00:00.000Z' },
        { ...ours, dueOn: '2024-01-12', createdAt: '2023-12-12T09:00:00.000Z' },
        { ...ours, createdAt: '2023-10-01T09:00:00.000Z' },
        { ...ours, createdAt: at, doneAt: at },
        { ...of, side: 'vendor', ownerName: 'Bob', createdAt: '2023-11-01T09:00:00.000Z' },
      ]);
    });
    const today = '2024-01-12';
    expect(await actionsByOwner(store.read, everything, today, query('q=harbour'))).toEqual([]);
    expect(await actionsByOwner(store.read, everything, today, query())).toEqual([
      {
        ...{ owner: 'Mona Manager', side: 'ours', open: 3, overdue: 1 },
        ...{ fresh: 1, old: 1, older: 0, oldest: 1 },
      },
      {
        ...{ owner: 'Bob', side: 'vendor', open: 1, overdue: 0 },
        ...{ fresh: 0, old: 0, older: 1, oldest: 0 },
      },
    ]);
  });

  it('lays the KPI before and after actions side by side, once all of a record are done', async () => {
    const { brittle } = cast.vendor;
    await store.transact((tx) => failedTerm(tx, cast, brittle, 'open'));
    expect(await effectsOfActions(store.read, everything, query())).toEqual([]);
    await store.transact(async (tx) => {
      await tx.update(actions).set({ doneAt: '2023-06-20T09:00:00.000Z' });
    });
    expect(await effectsOfActions(store.read, everything, query())).toMatchObject([
      {
        ...{ vendor: 'Brittle Freight', actions: 2, kpi: { nameEn: 'On-time arrival rate' } },
        ...{ before: '63', after: '67', change: '4', better: true },
      },
    ]);
    expect(await effectsOfActions(store.read, everything, query('q=harbour'))).toEqual([]);
    const other = { kind: 'vendor' as const, vendorId: cast.vendor.harbour.id };
    expect(await effectsOfActions(store.read, other, query())).toEqual([]);
  });

  it('looks at each agreement with a vendor by itself', async () => {
    const { brittle } = cast.vendor;
    await store.transact((tx) => failedTerm(tx, cast, brittle, 'open'));
    const agreed = {
      ...{ vendorId: brittle.id, origin: 'agreement' as const, originId: brittle.id },
      ...{ kpiId: cast.kpi.onTime.id, side: 'vendor' as const, createdAt: at },
    };
    await store.transact((tx) =>
      tx.insert(actions).values([
        { ...agreed, title: 'Rest crews', doneAt: '2023-06-20T09:00:00.000Z' },
        { ...agreed, title: 'Spare vans', doneAt: '2023-08-20T09:00:00.000Z' },
        { ...agreed, title: 'Night shifts' },
      ]),
    );
    expect(await effectsOfActions(store.read, everything, query())).toMatchObject([
      { actions: 1, doneAt: '2023-08-20T09:00:00.000Z', before: '65', after: '69' },
      { actions: 1, doneAt: '2023-06-20T09:00:00.000Z', before: '63', after: '67' },
    ]);
  });

  it('lists the consequences that stand, the latest first', async () => {
    const { brittle } = cast.vendor;
    await store.transact(async (tx) => {
      const reviewId = await review(tx, brittle, q4);
      const decided = { reviewId, agenda: 'sla', kind: 'consequence' as const };
      await tx.insert(reviewDecisions).values([
        { ...decided, text: 'Less volume', decidedAt: '2023-11-02T10:00:00.000Z' },
        { ...decided, text: 'On probation', decidedAt: '2023-11-02T11:00:00.000Z' },
        { ...decided, text: 'Taken back', decidedAt: at, withdrawnAt: at },
        { ...decided, kind: 'decision', text: 'Weekly call', decidedAt: at },
      ]);
    });
    const none = await latestConsequences(store.read, everything, query('q=harbour'));
    expect(none).toEqual([]);
    const rows = await latestConsequences(store.read, everything, query());
    expect(rows.map(({ text }) => text)).toEqual(['On probation', 'Less volume']);
  });

  it('is a page and a file for us, and not there for vendors', async () => {
    await store.transact((tx) => review(tx, cast.vendor.harbour, q4, { computedRating: 'good' }));
    const petra = await visitAs(contextFor(store), cast.person.petra);
    const page = await petra.load(portfolioRoute, '/reviews/portfolio');
    expect(page.body).toMatchObject({ total: 1, vendors: [{ name: 'Harbour Line' }] });
    const file = await petra.load(exportRoute, '/reviews/portfolio/export?format=csv');
    expect(String(file.body)).toContain('HARBOUR,Harbour Line');
    expect(String(file.body)).toContain('Good');
    const hanna = await visitAs(contextFor(store), cast.person.hanna);
    expect((await hanna.load(portfolioRoute, '/reviews/portfolio')).status).toBe(404);
  });
});

/** A case whose plan has two actions, one done, and a year of its term: 60 in January, one more each month. */
async function failedTerm(tx: Tx, { kpi }: Cast, vendor: CastVendor, state: 'open'): Promise<void> {
  const [version] = await tx
    .select()
    .from(slaTermVersions)
    .where(eq(slaTermVersions.termId, vendor.termId));
  const of = {
    ...{ contractId: vendor.contractId, vendorId: vendor.id, termId: vendor.termId },
    kpiId: kpi.onTime.id,
  };
  const caseId = randomId();
  await tx.insert(cases).values({
    ...{ ...of, id: caseId, state, severity: 'minor', breachCount: 1, openedOn: '2023-02-10' },
    ...{ firstPeriod: periodOf(2023, 1), lastPeriod: periodOf(2023, 1) },
  });
  const promise = {
    ...{ vendorId: vendor.id, origin: 'breach' as const, originId: caseId },
    kpiId: kpi.onTime.id,
  };
  await tx.insert(actions).values([
    { ...promise, title: 'A', side: 'vendor', createdAt: at, doneAt: '2023-03-01T09:00:00.000Z' },
    { ...promise, title: 'B', side: 'vendor', createdAt: at },
  ]);
  await tx.insert(evaluations).values(
    Array.from({ length: 12 }, (_, index) => ({
      ...{ ...of, versionId: version?.id ?? 0, period: periodOf(2023, 1) + index },
      ...{ outcome: 'met' as const, measured: String(60 + index), run: 0, points: '0' },
      ...{ triggers: [], creditMinor: 0, cappedMinor: 0, issuedMinor: 0, working: {} },
      ...{ evaluatedAt: at, asOf: '2024-01-12' },
    })),
  );
}
