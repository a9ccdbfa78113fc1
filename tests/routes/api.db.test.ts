import { describe, expect, it } from 'vitest';
import { problemDocument, queryProblem } from '~/api/openapi.server';
import { apiResources } from '~/api/resources.server';
import type { Resource } from '~/api/resource.server';
import * as unknown from '~/routes/api.$';
import * as listRoute from '~/routes/api.v1.$resource._index';
import { breaches } from '~db/schema/cases';
import { vendors } from '~db/schema/vendors';
import { exportTables } from '~/exports/export-tables.server';
import { everything } from '~/auth/act';
import { runJob } from '~/jobs/run-job.server';
import { newRunner } from '~/shared/runner.server';
import { testNow } from '../cast';
import { answerOf, programAs, visitAs, type Visitor } from '../visit';
import {
  recordsForEach,
  context,
  cast,
  own,
  foreign,
  petra,
  hanna,
  bodyOf,
  type Rows,
  list,
  item,
} from './api-visits';

recordsForEach();

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
