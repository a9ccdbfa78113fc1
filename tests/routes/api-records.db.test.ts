import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { apiResources } from '~/api/resources.server';
import type { Resource } from '~/api/resource.server';
import * as listRoute from '~/routes/api.v1.$resource._index';
import { readings, reportFindings, reports } from '~db/schema/kpi';
import { reviewRatings } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { randomId } from '~db/columns';
import { testNow } from '../cast';
import type { Visitor } from '../visit';
import { OURS_ALONE, type Records } from './records';
import {
  recordsForEach,
  context,
  cast,
  own,
  foreign,
  petra,
  hanna,
  bodyOf,
  list,
  item,
} from './api-visits';

recordsForEach();

describe('one record', () => {
  const keys: Record<keyof typeof apiResources, keyof Records> = {
    vendors: 'vendorId',
    contracts: 'contractId',
    reports: 'reportId',
    readings: 'readingId',
    evaluations: 'evaluationKey',
    breaches: 'breachId',
    credits: 'creditId',
    proposals: 'proposalId',
    reviews: 'reviewId',
    actions: 'actionId',
    risks: 'riskId',
  };

  it.each(Object.entries(keys))('of %s is given as its schema says', async (name, key) => {
    const resource: Resource = apiResources[name as keyof typeof apiResources];
    const answer = await item(petra, name, foreign[key]);
    expect(answer.status).toBe(200);
    const row = resource.item.parse(bodyOf(answer));
    expect(row).toMatchObject({ id: foreign[key] });
    for (const id of ['1', '0', 'x', '-1', '1e3', '99999999999999999999', '1-2023-13', '1-1'])
      expect([id, (await item(petra, name, id)).status]).toEqual([id, 404]);
  });

  it('is not there for another vendor, nor what is ours alone for any', async () => {
    for (const [name, key] of Object.entries(keys))
      expect([name, (await item(hanna, name, foreign[key])).status]).toEqual([name, 404]);
    for (const name of ['risks', 'proposals']) {
      const answer = await hanna.load(listRoute, `/api/v1/${name}`, { resource: name });
      expect([name, answer.status]).toEqual([name, 404]);
    }
    expect((await list(hanna, 'vendors')).data).toMatchObject([
      { code: 'HARBOUR', tier: null, parent: null },
    ]);
    const byTier = await hanna.load(listRoute, '/api/v1/vendors?tier=strategic', {
      resource: 'vendors',
    });
    expect(byTier.status).toBe(400);
  });

  it('tells a vendor the figures of what we measured, and none of our words', async () => {
    const reportId = randomId();
    await context.store.transact(async (tx) => {
      await tx.insert(reports).values({
        ...{ id: reportId, vendorId: cast.vendor.harbour.id, state: 'accepted' },
        ...{ source: 'system_log', channel: 'file', readingCount: 1, warningCount: 1 },
        ...{ comment: OURS_ALONE, decisionNote: OURS_ALONE, createdAt: testNow.toISOString() },
      });
      const warning = { severity: 'warning', code: 'repeated_value', value: OURS_ALONE } as const;
      await tx.insert(reportFindings).values({ reportId, ...warning });
    });
    const ours = bodyOf(await item(petra, 'reports', reportId));
    expect(ours).toMatchObject({
      ...{ comment: OURS_ALONE, decision_note: OURS_ALONE },
      findings: [{ value: OURS_ALONE }],
    });
    const theirs = bodyOf(await item(hanna, 'reports', reportId));
    expect(theirs).toMatchObject({
      ...{ source: 'system_log', readings: 1, comment: null, decision_note: null, findings: [] },
    });
    const { data } = await list(hanna, 'reports', '?source=system_log');
    expect(data).toMatchObject([{ id: reportId, comment: null, decision_note: null }]);
  });

  it('tells a vendor the rating that was decided with the record, and no day before', async () => {
    const ratingFor = async (who: Visitor) =>
      bodyOf(await item(who, 'reviews', own.reviewId))['rating'];
    const isOwn = eq(reviews.id, own.reviewId);
    await context.store.transact(async (tx) => {
      await tx.update(reviews).set({ computedRating: 'good' }).where(isOwn);
      await tx.insert(reviewRatings).values({
        ...{ reviewId: own.reviewId, figureId: 'overall', computed: 'good', rating: 'improve' },
        ...{ reason: OURS_ALONE, decidedAt: testNow.toISOString() },
      });
    });
    expect([await ratingFor(petra), await ratingFor(hanna)]).toEqual(['improve', 'good']);
    await context.store.transact(async (tx) => {
      await tx.update(reviews).set({ recordSentAt: testNow.toISOString() }).where(isOwn);
    });
    expect(await ratingFor(hanna)).toBe('improve');
  });

  it('tells readings apart by their report, never by how many others there are', async () => {
    const { data } = await list(hanna, 'readings', '?limit=500');
    expect(data.length).toBeGreaterThan(10);
    for (const { id, report } of data)
      expect(String(id)).toMatch(new RegExp(`^${String(report)}-\\d+$`));
    const [last] = data.slice(-1);
    const answer = await item(hanna, 'readings', last?.['id']);
    expect(bodyOf(answer)).toEqual(last);
    const [report] = await context.store.read.select().from(reports).limit(1);
    expect((await item(petra, 'readings', `${report?.id ?? 0}-99999`)).status).toBe(404);
    expect((await context.store.read.select().from(readings)).length).toBeGreaterThan(data.length);
  });

  it('gives a review’s pack in words and exact figures, its internal part to insiders alone', async () => {
    const ours = bodyOf(await item(petra, 'reviews', own.reviewId));
    expect(ours['packs']).toMatchObject([
      { part: 'shared', unnamed: 0 },
      { part: 'internal', unnamed: 0 },
    ]);
    expect(JSON.stringify(ours)).toContain(OURS_ALONE);
    const theirs = bodyOf(await item(hanna, 'reviews', own.reviewId));
    expect(theirs['packs']).toMatchObject([{ part: 'shared', sections: [{ id: 'satisfaction' }] }]);
    expect(JSON.stringify(theirs)).not.toContain(OURS_ALONE);
  });
});
