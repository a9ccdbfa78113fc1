import { count, eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { certificationOf } from '~/onboarding/certification';
import { certificationFacts } from '~/onboarding/certification-queries.server';
import { worked } from '~/onboarding/load-scoring.server';
import {
  pipelinePage,
  pipelineSpec,
  stageCards,
  stageCounts,
} from '~/onboarding/pipeline-queries.server';
import { findScoring, listScorings, scoringListSpec } from '~/onboarding/scoring-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { readings } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { newcomers } from '~db/demo/newcomers';
import { DEMO_NOW } from '~db/demo/people';

/** Of the demo: firms on their way in, and how carriers are judged. */
export function newcomerTests(demo: () => Store): void {
  it('has firms on their way in at different stages, none of them in any figure', async () => {
    const told = newcomers.map(({ code }) => code);
    const stages = await demo()
      .read.select({ code: vendors.code, status: vendors.status, tier: vendors.tier })
      .from(vendors)
      .where(inArray(vendors.code, told))
      .orderBy(vendors.code);
    expect(stages).toEqual([
      { code: 'BALTICWING', status: 'prospect', tier: null },
      { code: 'CORDILLERA', status: 'screening', tier: 'standard' },
      { code: 'HUATU', status: 'screening', tier: 'preferred' },
    ]);
    // The board reckons the stages from what happened: asked by mail, in their checks, in the tables and the columns alike.
    const at = { today: DEMO_NOW.slice(0, 10), now: DEMO_NOW };
    const query = parseListQuery(new URLSearchParams(), pipelineSpec);
    const stageOf = {
      ...{ BALTICWING: 'invited', CORDILLERA: 'screening', HUATU: 'screening' },
      NLC: 'screening', // A hit in a sanctions list holds it up.
    };
    const board = await stageCards(demo().read, everything, query, at);
    expect(Object.fromEntries(board.map(({ code, stage }) => [code, stage]))).toEqual(stageOf);
    const table = await pipelinePage(demo().read, everything, query, at);
    expect(Object.fromEntries(table.map(({ code, stage }) => [code, stage]))).toEqual(stageOf);
    expect(await stageCounts(demo().read, everything, query, at)).toMatchObject({
      ...{ registered: 0, invited: 1, filling_in: 0, screening: 3 },
      ...{ assessment: 0, decision: 0, admitted: 0, rejected: 0 },
    });
    const reported = await demo()
      .read.select({ id: readings.id })
      .from(readings)
      .innerJoin(vendors, eq(vendors.id, readings.vendorId))
      .where(inArray(vendors.code, told))
      .limit(1);
    expect(reported).toEqual([]);
    const states = await demo()
      .read.select({ vendor: vendors.code, state: dueDiligenceChecks.state, count: count() })
      .from(dueDiligenceChecks)
      .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
      .where(inArray(vendors.code, told))
      .groupBy(vendors.code, dueDiligenceChecks.state)
      .orderBy(vendors.code, dueDiligenceChecks.state);
    expect(states.map((row) => Object.values(row).join(' '))).toEqual([
      'CORDILLERA in_progress 1',
      'CORDILLERA not_started 2',
      'CORDILLERA passed 2',
      'HUATU awaiting_sign_off 1',
      'HUATU in_progress 1',
      'HUATU passed 6',
    ]);
  });

  it('tells local from regional and global, for a carrier with a record and a newcomer without', async () => {
    const rows = await demo()
      .read.select({ id: vendors.id, code: vendors.code })
      .from(vendors)
      .where(inArray(vendors.code, ['QX', 'HUATU', 'B6']));
    const levels: Record<string, unknown> = {};
    for (const { id, code } of rows) {
      const facts = await certificationFacts(demo().read, id, DEMO_NOW.slice(0, 10));
      const { level, next } = certificationOf(facts);
      levels[code] = [level, next?.level, next?.lacks.some(({ need }) => /region/.test(need))];
    }
    expect(levels).toEqual({
      B6: [null, 'local', false],
      HUATU: ['local', 'regional', true],
      QX: ['regional', 'global', true],
    });
    // Nothing was measured in the second region.
    const measured = await demo()
      .read.select({ code: markets.code })
      .from(readings)
      .innerJoin(markets, eq(markets.id, readings.marketId))
      .where(inArray(markets.code, ['CA', 'EA', 'CN', 'JP']));
    expect(measured).toEqual([]);
  });

  it('shows assessments at every stage, the results of the complete ones released', async () => {
    const all = await listScorings(
      demo().read,
      everything,
      parseListQuery(new URLSearchParams(), scoringListSpec),
      0,
    );
    const stories = all.map(
      ({ vendorCode, state, handedIn, result }) => `${vendorCode} ${state} ${handedIn} ${result}`,
    );
    expect(stories.sort()).toEqual([
      'AS concluded 3 qualified',
      'CORDILLERA scoring 2 null',
      'DL concluded 3 qualified',
      'F9 concluded 3 conditional',
      'HUATU concluded 3 conditional',
      'HUATU settling 3 null',
    ]);
    for (const { state, releasedAt, demonstration } of all)
      expect([state === 'concluded', demonstration]).toEqual([releasedAt !== null, true]);
    const settling = all.find(({ state }) => state === 'settling')?.id ?? 0;
    const found = await findScoring(demo().read, everything, settling);
    expect(found && (await worked(demo().read, found, null)).open).toEqual(['contingency1']);
  });
}
