import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { pageOf, problemDocument, queryProblem } from '~/api/openapi.server';
import { apiResources } from '~/api/resources.server';
import type { Resource } from '~/api/resource.server';
import type { PortalContext } from '~/context';
import * as unknown from '~/routes/api.$';
import * as itemRoute from '~/routes/api.v1.$resource.$id';
import * as listRoute from '~/routes/api.v1.$resource._index';
import { readings, reportFindings, reports } from '~db/schema/kpi';
import { reviewRatings } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { breaches } from '~db/schema/cases';
import { vendors } from '~db/schema/vendors';
import { exportTables } from '~/exports/export-tables.server';
import { everything } from '~/auth/act';
import { runJob } from '~/jobs/run-job.server';
import { newRunner } from '~/shared/runner.server';
import { randomId } from '~db/columns';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, programAs, visitAs, type Answer, type Visitor } from '../visit';
import { OURS_ALONE, recordEverything, type Records } from './records';

let context: PortalContext;
let cast: Cast;
let own: Records;
let foreign: Records;
let petra: Visitor;
let hanna: Visitor;

beforeEach(async () => {
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  own = await recordEverything(context, cast, cast.vendor.harbour, cast.person.hanna);
  foreign = await recordEverything(context, cast, cast.vendor.brittle, cast.person.bruno);
  petra = await programAs(context, cast.person.petra);
  hanna = await programAs(context, cast.person.hanna);
});

const bodyOf = (answer: Answer) => JSON.parse(String(answer.body)) as Record<string, unknown>;
type Rows = { data: Record<string, unknown>[]; next_cursor: string | null };

async function list(who: Visitor, resource: string, search = ''): Promise<Rows> {
  const answer = await who.load(listRoute, `/api/v1/${resource}${search}`, { resource });
  expect(answer.status, `${resource}${search} ${String(answer.body)}`).toBe(200);
  const schema: z.ZodType = pageOf(apiResources[resource as keyof typeof apiResources]);
  return schema.parse(bodyOf(answer)) as Rows;
}

async function item(who: Visitor, resource: string, id: unknown): Promise<Answer> {
  const text = String(id);
  return who.load(itemRoute, `/api/v1/${resource}/${text}`, { resource, id: text });
}

const idsOf = ({ data }: Rows) => data.map(({ id }) => id);

describe('lists', () => {
  it.each(Object.entries<Resource>(apiResources))(
    '%s come in pages that hold every row once, in every order',
    async (name, resource) => {
      const all = idsOf(await list(petra, name));
      expect(all.length, 'the cast has some').toBeGreaterThan(0);
      for (const sort of resource.sorts.flatMap((one) => [one, `-${one}`])) {
        const seen: unknown[] = [];
        let search = `?sort=${sort}&limit=1`;
        for (let pages = 0; pages <= all.length; pages += 1) {
          const page = await list(petra, name, search);
          seen.push(...idsOf(page));
          if (page.next_cursor === null) break;
          search = `?sort=${sort}&limit=1&cursor=${page.next_cursor}`;
          if (seen.length > 40) break;
        }
        expect(new Set(seen).size, sort).toBe(seen.length);
        expect(all, sort).toEqual(expect.arrayContaining(seen));
        if (seen.length <= 40) expect(seen.length, sort).toBe(all.length);
      }
    },
  );

  it('do not shift when rows come in between', async () => {
    const first = await list(petra, 'vendors', '?limit=2');
    await context.store.transact(async (tx) => {
      await tx.insert(vendors).values({
        ...{ code: 'AAA', name: 'Early', formerNames: [], status: 'prospect' },
        createdAt: testNow.toISOString(),
      });
    });
    const second = await list(petra, 'vendors', `?limit=2&cursor=${first.next_cursor ?? ''}`);
    expect([...first.data, ...second.data].map(({ code }) => code)).toEqual([
      'BRITTLE',
      'HARBOUR',
      'POLAR',
      'TARDY',
    ]);
  });

  it.each(['vendors', 'contracts', 'readings', 'evaluations', 'breaches', 'credits', 'actions'])(
    'of %s say what the export says',
    async (name) => {
      const runner = newRunner();
      const request = { asOf: '2024-01-12', slot: 'test', origin: 'command' as const };
      const job = { store: context.store, now: testNow, postman: null, runner };
      await runJob(job, 'evaluate', request);
      const { columns, chunks } = exportTables[name as keyof typeof exportTables];
      const exported: unknown[][] = [];
      const months = { from: null, to: null };
      for await (const rows of chunks(context.store.read, everything, months))
        exported.push(...rows);
      const given = await list(petra, name, '?limit=500');
      const asExported = given.data.map((row) => columns.map((column) => row[column]));
      const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
      expect(sorted(asExported)).toEqual(sorted(exported));
      expect(exported.length).toBeGreaterThan(0);
    },
  );

  it('are narrowed by their filters', async () => {
    const codes = async (search: string) =>
      (await list(petra, 'readings', search)).data.map(({ period }) => period);
    const spring = await codes('?vendor=BRITTLE&from=2023-03&to=2023-04');
    expect([...new Set(spring)].sort()).toEqual(['2023-03', '2023-04']);
    expect(await codes('?vendor=BRITTLE&period=2023-Q1&period=2023-12')).toEqual(
      expect.arrayContaining(['2023-01', '2023-02', '2023-03', '2023-12']),
    );
    expect(await codes('?vendor=NOBODY')).toEqual([]);
    const { data } = await list(petra, 'breaches', '?vendor=BRITTLE&state=open&severity=critical');
    expect(idsOf({ data, next_cursor: null })).toEqual([foreign.breachId]);
    expect((await list(petra, 'breaches', '?state=closed')).data).toEqual([]);
    expect((await list(petra, 'vendors', '?service=LINEHAUL&market=FR')).data).toHaveLength(4);
    expect((await list(petra, 'contracts', '?service=SUPPORT')).data).toEqual([]);
    expect((await list(petra, 'actions', '?state=overdue')).data).toEqual([]);
  });

  it('refuse what they do not know, with every parameter named', async () => {
    const search = '?stat=open&sort=colour&limit=0&period=soon&vendor=%00';
    const answer = await petra.load(listRoute, `/api/v1/breaches${search}`, {
      resource: 'breaches',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = queryProblem.parse(bodyOf(answer));
    expect(problem.errors?.map(({ parameter, code }) => [parameter, code])).toEqual(
      expect.arrayContaining([
        ['stat', 'unknown'],
        ['sort', 'not_a_choice'],
        ['limit', 'invalid'],
        ['period', 'invalid'],
        ['vendor', 'invalid'],
      ]),
    );
    const { next_cursor: cursor } = await list(petra, 'vendors', '?limit=1&sort=name');
    const refused = ['!', 'x', 'W10', btoa('["code",7,"1"]'), cursor ?? ''];
    for (const text of refused) {
      const path = `/api/v1/vendors?cursor=${encodeURIComponent(text)}`;
      const given = await petra.load(listRoute, path, { resource: 'vendors' });
      expect([text, given.status]).toEqual([text, 400]);
      expect(problemDocument.parse(bodyOf(given)).code).toBe('cursor_unknown');
    }
  });
});

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

describe('the door of the interface', () => {
  const vendorsOf = (headers: Record<string, string>, init: RequestInit = {}) => {
    const request = new Request('http://localhost/api/v1/vendors', { ...init, headers });
    return answerOf(() => listRoute.loader({ request, params: { resource: 'vendors' }, context }));
  };
  const bearer = (who: Visitor) => who.args('/').request.headers.get('Authorization') ?? 'no token';

  it('takes access tokens alone, and says so to all others', async () => {
    const page = await visitAs(context, cast.person.petra);
    const cookie = await vendorsOf({ Cookie: page.cookie ?? '' });
    const stranger = await vendorsOf({});
    for (const answer of [cookie, stranger]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="Mainstay"');
      expect(problemDocument.parse(bodyOf(answer)).code).toBe('token_missing');
    }
    const wrong = await vendorsOf({ Authorization: 'Bearer mst_wrong' });
    expect([wrong.status, bodyOf(wrong)['code']]).toEqual([401, 'token_unknown']);
    expect((await vendorsOf({ Authorization: bearer(petra) })).status).toBe(200);
  });

  it('refuses programs that ask for what their person may not', async () => {
    const ada = await programAs(context, cast.person.ada);
    expect((await ada.load(listRoute, '/api/v1/vendors', { resource: 'vendors' })).status).toBe(
      200,
    );
    const remy = await programAs(context, cast.person.remy);
    expect((await list(remy, 'vendors')).data).toEqual([]);
    expect((await item(remy, 'vendors', own.vendorId)).status).toBe(404);
  });

  it('answers in JSON, in its methods, at its addresses, and in problem documents for the rest', async () => {
    const Authorization = bearer(petra);
    const asHtml = await vendorsOf({ Authorization, Accept: 'text/html, application/json;q=0' });
    const asAny = await vendorsOf({ Authorization, Accept: 'text/html, */*;q=0.1' });
    expect([asHtml.status, asAny.status]).toEqual([406, 200]);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await vendorsOf({ Authorization }, { method });
      expect([method, answer.status]).toEqual([method, 405]);
      expect(answer.headers.get('Allow')).toBe('GET, HEAD');
      problemDocument.parse(bodyOf(answer));
    }
    for (const path of ['/api', '/api/v2/vendors', '/api/v1']) {
      const answer = await petra.load(unknown, path);
      expect([path, answer.status]).toEqual([path, 404]);
      problemDocument.parse(bodyOf(answer));
    }
    const nothing = await petra.load(listRoute, '/api/v1/nothing', { resource: 'nothing' });
    expect([nothing.status, bodyOf(nothing)['code']]).toEqual([404, 'address_unknown']);
  });

  it('speaks the language that is asked for, else the person’s', async () => {
    const bruno = await programAs(context, cast.person.bruno);
    const own = await item(bruno, 'vendors', '1');
    expect(bodyOf(own)['detail']).toBe('没有此记录，或当前用户无权查看。');
    const headers = { Authorization: bearer(bruno), 'Accept-Language': 'en-GB' };
    const english = await vendorsOf(headers, { method: 'PUT' });
    expect(bodyOf(english)['detail']).toBe('This address takes GET, HEAD alone.');
  });
});

it('shows breaches that stand, with their case', async () => {
  const { data } = await list(hanna, 'breaches');
  expect(data).toMatchObject([
    { vendor: 'HARBOUR', credit: '10000.00', currency: 'EUR', measured: '64', case_state: 'open' },
  ]);
  await context.store.transact(async (tx) => {
    await tx.update(breaches).set({ withdrawnAt: testNow.toISOString() });
  });
  expect((await list(hanna, 'breaches')).data).toEqual([]);
});
