import { beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { applyApproved } from '~/contracts/approve-run.server';
import { runStandard } from '~/contracts/run-standard.server';
import { seedClauses } from '~/contracts/seed-clauses.server';
import { everything } from '~/auth/act';
import * as gapsRoute from '~/routes/_app.clauses._index';
import * as gapsExportRoute from '~/routes/clauses_.export';
import * as checklistRoute from '~/routes/_app.contracts.$contractId.clauses._index';
import * as clauseRoute from '~/routes/_app.contracts.$contractId.clauses.$clauseId';
import * as comparisonRoute from '~/routes/_app.term-comparison._index';
import * as comparisonExportRoute from '~/routes/term-comparison_.export';
import * as applicationRoute from '~/routes/_app.standards.$standardId.application';
import * as newStandardRoute from '~/routes/_app.standards.new';
import * as newStandardTermRoute from '~/routes/_app.standards.$standardId.terms.new';
import * as progressRoute from '~/routes/_app.standards.$standardId.runs.$runId.progress';
import * as resumptionRoute from '~/routes/_app.standards.$standardId.runs.$runId.resumption';
import * as approvalRoute from '~/routes/_app.standards.$standardId.runs.$runId.approval';
import * as runRoute from '~/routes/_app.standards.$standardId.runs.$runId._index';
import * as standardRoute from '~/routes/_app.standards.$standardId._index';
import * as standardTermRoute from '~/routes/_app.standards.$standardId.terms.$standardTermId._index';
import { clauses } from '~db/schema/clauses';
import { auditEntries } from '~db/schema/audit';
import { work } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Visitor } from '../visit';

let store: Store;
let cast: Cast;
let petra: Visitor;
beforeAll(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await seedClauses(store, testNow);
  petra = await visitAs(contextFor(store), cast.person.petra);
});

describe('clauses', () => {
  it('are missing until somebody has looked, and the finding needs a place', async () => {
    const { contractId } = cast.vendor.harbour;
    const [audit] = await store.read.select().from(clauses).where(eq(clauses.code, 'audit'));
    const clauseId = audit?.id ?? 0;
    const gaps = (search: string) => petra.load(gapsRoute, `/clauses${search}`);
    const before = (await gaps('?vendor=HARBOUR&clause=audit')).body;
    expect(before).toMatchObject({
      total: 1,
      rows: [{ kind: 'unchecked', contract: 'HARBOUR-2023' }],
    });
    const path = `/contracts/${contractId}/clauses/${clauseId}`;
    const find = (form: Record<string, string>) =>
      petra.send(clauseRoute, path, form, { contractId, clauseId });
    expect(await find({ state: 'present' })).toMatchObject({
      status: 422,
      body: { refusal: { fields: [{ code: 'clause_place_missing', field: 'place' }] } },
    });
    expect(await find({ state: 'present', place: '9' })).toMatchObject({
      location: `/contracts/${contractId}/clauses`,
    });
    expect((await gaps('?vendor=HARBOUR&clause=audit')).body).toMatchObject({ total: 0 });
    const list = await petra.load(checklistRoute, `/contracts/${contractId}/clauses`, {
      contractId,
    });
    expect(list.body).toMatchObject({ coverage: { covered: 1 } });
    const file = await petra.load(gapsExportRoute, '/clauses/export?vendor=HARBOUR');
    expect(String(file.body)).toContain('HARBOUR-2023');
    expect(String(file.body)).not.toContain('BRITTLE');
  });
});

describe('standards', () => {
  it('are made, overridden within the share, previewed and carried to contracts', async () => {
    const { contractId } = cast.vendor.harbour;
    const made = await petra.send(newStandardRoute, '/standards/new', {
      ...{ code: 'ROAD', nameEn: 'Road', nameZh: '公路', market: cast.market.world.id },
    });
    const standardId = Number(made.location?.split('/').at(-1));
    const term = {
      ...{ kpi: 'OTD_PCT', target: '85', 'bands.0.severity': 'minor', 'bands.0.limit': '' },
      ...{ 'credit.method': 'none', effective_from: '2024-01-01', reason: 'Board' },
    };
    const added = await petra.send(newStandardTermRoute, `${made.location}/terms/new`, term, {
      standardId,
    });
    expect(added.location).toBe(`/standards/${standardId}`);
    const page = await petra.load(standardRoute, `/standards/${standardId}`, { standardId });
    const { terms } = page.body as { terms: { id: number }[] };
    const standardTermId = terms[0]?.id ?? 0;
    const at = `/standards/${standardId}/terms/${standardTermId}?market=${cast.market.france.id}`;
    const refused = await petra.send(
      standardTermRoute,
      at,
      { ...term, target: '80' },
      { standardId, standardTermId },
    );
    expect(refused).toMatchObject({
      status: 422,
      body: { refusal: { reason: { code: 'override_above_share', params: { allowed: 0 } } } },
    });

    const how = `market=${cast.market.france.id}&effectiveFrom=2024-02-01&existing=replace`;
    const address = `/standards/${standardId}/application`;
    const preview = await petra.load(applicationRoute, `${address}?${how}&contract=${contractId}`, {
      standardId,
    });
    expect(preview.body).toMatchObject({
      preview: [
        { steps: [{ effect: 'change', before: { target: '80' }, after: { target: '85' } }] },
      ],
    });
    const applied = await petra.send(
      applicationRoute,
      address,
      {
        ...{ market: cast.market.france.id, effectiveFrom: '2024-02-01', existing: 'replace' },
        ...{ contract: contractId, reason: 'One standard' },
      },
      { standardId },
    );
    const runId = Number(applied.location?.split('/').at(-1));
    const [queued] = await store.read.select().from(work).where(eq(work.kind, 'run-standard'));
    expect(queued?.input).toEqual({ runId });

    const params = { standardId, runId };
    const underWay = await petra.load(runRoute, applied.location ?? '', params);
    expect(underWay.body).toMatchObject({ waiting: 1, hasBrokenOff: false });
    await petra.send(resumptionRoute, `${applied.location}/resumption`, {}, params);
    await store.transact((tx) => tx.update(work).set({ state: 'failed', attempts: 5 }));
    const broken = await petra.load(runRoute, applied.location ?? '', params);
    expect(broken.body).toMatchObject({ waiting: 1, hasBrokenOff: true, mayResume: true });
    const told = await petra.load(progressRoute, `${applied.location}/progress`, params);
    expect(told.body).toEqual({ state: 'failed', done: 0, total: 1 });
    await petra.send(resumptionRoute, `${applied.location}/resumption`, {}, params);
    const again = await store.read.select().from(work).where(eq(work.kind, 'run-standard'));
    expect(again).toMatchObject([{ id: queued?.id, state: 'waiting', attempts: 0 }]);
    const resumed = eq(auditEntries.action, 'standard.run_resumed');
    expect(await store.read.$count(auditEntries, resumed)).toBe(1);

    const act = { actor: { kind: 'command' }, now: testNow, scope: everything } as const;
    await runStandard(store, act, runId);
    const run = await petra.load(runRoute, applied.location ?? '', { standardId, runId });
    expect(run.body).toMatchObject({ waiting: 0, rows: [{ state: 'proposed', changed: 1 }] });

    const approval = `${applied.location}/approval`;
    await petra.send(approvalRoute, approval, {}, { standardId, runId });
    const own = await petra.load(runRoute, applied.location ?? '', { standardId, runId });
    expect(own.body).toMatchObject({ rows: [{ state: 'proposed' }] });
    const mona = await visitAs(contextFor(store), cast.person.mona);
    await mona.send(approvalRoute, approval, {}, { standardId, runId });
    const { id: personId, name } = cast.person.mona;
    const actor = { kind: 'person', personId, name, role: 'manager', address: null } as const;
    await applyApproved(store, { ...act, actor }, runId);
    const approved = await petra.load(runRoute, applied.location ?? '', { standardId, runId });
    expect(approved.body).toMatchObject({ waiting: 0, rows: [{ state: 'done', changed: 1 }] });
  });
});

describe('the comparison', () => {
  it('lays one KPI of all contracts side by side, in the order asked for', async () => {
    const asked = '/term-comparison?kpi=OTD_PCT&sort=-vendor';
    const page = await petra.load(comparisonRoute, asked);
    expect(page.body).toMatchObject({
      total: 4,
      rows: [{ vendor: 'Tardy Post' }, {}, {}, { vendor: 'Brittle Freight' }],
      scale: { from: 73.95, to: 83.05 },
    });
    const file = await petra.load(comparisonExportRoute, '/term-comparison/export?kpi=OTD_PCT');
    expect(String(file.body).trim().split('\r\n')).toHaveLength(5);
  });
});
