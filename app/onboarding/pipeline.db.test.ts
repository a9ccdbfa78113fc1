import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything, type Scope } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { engine, randomId } from '~db/columns';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { people } from '~db/schema/auth';
import { assessments } from '~db/schema/onboarding';
import { vendorInvitations } from '~db/schema/self-service';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { pipelinePage, pipelineSpec, stageCards, stageCounts } from './pipeline-queries.server';
import type { Stage } from './pipeline';

const AT = { today: '2024-01-12', now: '2024-01-12T08:00:00.000Z' };
const NEWCOMERS = 2000;
const settledAt = testNow.toISOString();

let store: Store;
let cast: Cast;
const statements: { statement: string; params: readonly unknown[] }[] = [];

/** 2,000 vendors on the way in: an eighth registered, another invited, more in screening, the rest assessed or let in. */
beforeAll(async () => {
  store = await freshStore({
    onStatement: (statement, params) => statements.push({ statement, params }),
  });
  cast = await castInto(store);
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
  const asked = rows.filter(({ status }, place) => status === 'prospect' && place % 8 === 1);
  const inScreening = rows.filter(({ status }) => status === 'screening');
  await store.transact(async (tx) => {
    await tx.insertMany(vendors, rows);
    const invited = asked.map(({ id: vendorId, code, createdAt: invitedAt }) => ({
      ...{ vendorId, invitedAt, personId: randomId(), email: `${code}@example.com` },
    }));
    await tx.insertMany(
      people,
      invited.map(({ vendorId, personId, email, invitedAt }) => ({
        ...{ id: personId, vendorId, email, name: 'Nina', role: 'vendor' as const },
        createdAt: invitedAt,
      })),
    );
    await tx.insertMany(
      vendorInvitations,
      invited.map(({ vendorId, personId, invitedAt }) => ({
        ...{ id: randomId(), vendorId, personId, serviceIds: [], invitedAt, sentAt: invitedAt },
        expiresAt: '2024-02-01T00:00:00.000Z',
      })),
    );
    await tx.insertMany(
      dueDiligenceChecks,
      inScreening.map(({ id: vendorId }, place) => ({
        id: randomId(),
        vendorId,
        kind: 'sanctions' as const,
        state: place % 5 < 3 ? ('not_started' as const) : ('passed' as const),
        openedAt: settledAt,
        settledAt: place % 5 < 3 ? null : settledAt,
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
  stageCounts(store.read, scope, ask(search), AT);

describe('the board of newcomers', () => {
  it('counts every stage, and the page agrees with it', async () => {
    const all = await counts();
    expect(all).toEqual({
      registered: 250,
      invited: 250,
      filling_in: 0,
      screening: 750,
      assessment: 250,
      decision: 250,
      admitted: 250,
      rejected: 0,
    });
    for (const stage of ['screening', 'decision'] as const) {
      const page = await pipelinePage(store.read, everything, ask(`stage=${stage}&size=200`), AT);
      expect(page).toHaveLength(200);
      expect(page.every((row) => row.stage === stage)).toBe(true);
    }
    expect(await counts('country=DE')).toMatchObject({ registered: 250, invited: 0 });
    expect((await counts('q=newcomer 0003')).screening).toBe(1);
  });

  it('shows those longest in a stage first, eight of each', async () => {
    const cards = await stageCards(store.read, everything, ask(), AT);
    const of = (stage: Stage) => cards.filter((card) => card.stage === stage);
    expect(of('invited')).toHaveLength(8);
    expect(of('invited')[0]?.name).toBe('Newcomer 1993');
    // Its checks were settled after it was assessed: since then it waits for a decision.
    expect(of('decision')[0]).toMatchObject({ since: settledAt, missingChecks: 0, checks: 1 });
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

  it('asks two questions however many there are, each fact once by an index, and is quick', async () => {
    const began = performance.now();
    statements.length = 0;
    await counts();
    await stageCards(store.read, everything, ask(), AT);
    const took = performance.now() - began;
    const asked = [...statements];
    expect(asked).toHaveLength(2);
    expect(took).toBeLessThan(1000);
    if (engine !== 'sqlite') return;
    for (const { statement, params } of asked) {
      const plan = await planOf(statement, params);
      expect(plan.filter((step) => step.includes('MATERIALIZE'))).toHaveLength(2);
      const tables = plan.flatMap((step) => /^(?:SCAN|SEARCH) (\w+)( USING)?/.exec(step) ?? []);
      expect(tables.length).toBeGreaterThan(15);
      const whole = plan.filter((step) => /^SCAN (?!facts|pipeline|placed|\()/.test(step));
      expect(whole.filter((step) => !step.includes('CONSTANT ROW'))).toEqual([]);
    }
  });
});

async function planOf(statement: string, params: readonly unknown[]): Promise<string[]> {
  const [first = '', ...parts] = statement.split('?');
  const bound = parts.flatMap((part, at) => [sql`${params[at]}`, sql.raw(part)]);
  const rows = await store.read.rows<{ detail: string }>(
    sql`explain query plan ${sql.join([sql.raw(first), ...bound])}`,
  );
  return rows.map(({ detail }) => detail);
}
