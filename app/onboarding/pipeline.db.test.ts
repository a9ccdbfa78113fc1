import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { randomId } from '~db/columns';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { assessments } from '~db/schema/onboarding';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { pipelinePage, pipelineSpec, stageCards, stageCounts } from './pipeline-queries.server';
import type { Stage } from './pipeline';

const TODAY = '2024-01-12';
const NEWCOMERS = 2000;

let store: Store;
let cast: Cast;

/** 2,000 vendors on the way in: a quarter invited, half in screening, the rest assessed or let in. */
beforeAll(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const createdAt = testNow.toISOString();
  const rows = Array.from({ length: NEWCOMERS }, (_, place) => ({
    id: randomId(),
    code: `N${place}`,
    name: `Newcomer ${String(place).padStart(4, '0')}`,
    formerNames: [],
    country: place % 2 === 0 ? 'DE' : 'CN',
    tier: 'standard' as const,
    status:
      place % 8 < 2
        ? ('prospect' as const)
        : place % 8 === 7
          ? ('approved' as const)
          : ('screening' as const),
    createdAt: new Date(testNow.getTime() - place * 60_000).toISOString(),
  }));
  const inScreening = rows.filter(({ status }) => status === 'screening');
  await store.transact(async (tx) => {
    await tx.insertMany(vendors, rows);
    await tx.insertMany(
      dueDiligenceChecks,
      inScreening.map(({ id: vendorId }, place) => ({
        id: randomId(),
        vendorId,
        kind: 'sanctions' as const,
        state: place % 5 < 3 ? ('not_started' as const) : ('passed' as const),
        openedAt: createdAt,
        settledAt: place % 5 < 3 ? null : createdAt,
      })),
    );
    await tx.insertMany(
      assessments,
      inScreening
        .filter((_, place) => place % 5 === 4)
        .map(({ id: vendorId }) => ({
          id: randomId(),
          vendorId,
          scorecard: 'Five dimensions',
          total: '80',
          result: 'qualified' as const,
          assessedOn: '2024-01-11',
          validUntil: '2025-01-11',
        })),
    );
  });
}, 60_000);

const ask = (search = '') => parseListQuery(new URLSearchParams(search), pipelineSpec);
const counts = (search = '', scope: Scope = everything) =>
  stageCounts(store.read, scope, ask(search), TODAY);

describe('the board of newcomers', () => {
  it('counts every stage, and the page agrees with it', async () => {
    const all = await counts();
    expect(all).toEqual({
      invited: 500,
      filling_in: 0,
      screening: 750,
      assessment: 250,
      decision: 250,
      admitted: 250,
      rejected: 0,
    });
    for (const stage of ['screening', 'decision'] as const) {
      const page = await pipelinePage(
        store.read,
        everything,
        ask(`stage=${stage}&size=200`),
        TODAY,
      );
      expect(page).toHaveLength(200);
      expect(page.every((row) => row.stage === stage)).toBe(true);
    }
    expect(await counts('country=DE')).toMatchObject({ invited: 250 });
    expect((await counts('q=newcomer 0003')).screening).toBe(1);
  });

  it('shows those longest in a stage first, eight of each', async () => {
    const cards = await stageCards(store.read, everything, ask(), TODAY);
    const of = (stage: Stage) => cards.filter((card) => card.stage === stage);
    expect(of('invited')).toHaveLength(8);
    expect(of('invited')[0]?.name).toBe('Newcomer 1993');
    expect(of('decision')[0]).toMatchObject({ since: '2024-01-11', missingChecks: 0, checks: 1 });
    expect(of('screening')[0]).toMatchObject({ missingChecks: 1, waitingChecks: 0, openHits: 0 });
  });

  it('shows a reach its own part, and outsiders nothing', async () => {
    const { asia } = cast.market;
    const reach = { kind: 'reach' as const, marketId: asia.id, path: asia.path };
    const offered = cast.vendor.harbour.id;
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ status: 'approved' }).where(eq(vendors.id, offered));
    });
    expect((await counts()).admitted).toBe(251);
    expect((await counts('', reach)).admitted).toBe(250);
    const outside = await counts('', { kind: 'grants', personId: 1 });
    expect(Object.values(outside).every((count) => count === 0)).toBe(true);
  });

  it('stays quick with 2,000 on the way', async () => {
    const began = performance.now();
    await counts();
    await stageCards(store.read, everything, ask(), TODAY);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
