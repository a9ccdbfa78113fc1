import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { randomId } from '~db/columns';
import * as schema from '~db/schema';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { isForPrograms } from '~/api/address';
import { contextFor, programAs, visitAs, type Answer, type Form, type Visitor } from '../visit';
import { OURS_ALONE, recordEverything, type Records } from './records';
import { filledPath, listRoutes, type ListedRoute } from './route-list';

/*
 * The walk: every route of the portal is asked by somebody who must not see the records it is asked for. A new route
 * joins by itself; where its parameter is new, the test fails until records.ts has a record for it.
 */

/** Pages before signing in, and those that belong to whoever is signed in. */
const door = [
  '/sign-in',
  '/sign-out',
  '/welcome',
  '/password-reset',
  '/password-reset/new',
  '/language',
  // Calendar programs sign in by the secret in the address.
  '/feeds/:feedToken',
  '/invitation',
  '/invitation/new',
  // Programs: the description of the interface, and what there is not.
  '/api/v1/openapi.json',
  '/api/*',
  // What no page has.
  '/*',
];

/** What a vendor's person may open without naming a record. Everything else is not there for a vendor. */
const openToVendors = [
  ...door,
  '/',
  '/account',
  '/account/password',
  '/account/sessions/end-others',
  '/account/tokens',
  '/account/tokens/new',
  '/actions',
  '/actions/export',
  '/assessments',
  '/breaches',
  '/calendar',
  '/calendar/feed',
  '/calendar/feed/revocation',
  '/breaches/export',
  '/company',
  '/company/certificates',
  '/company/contacts',
  '/company/documents/new',
  '/company/identifiers',
  '/company/offerings',
  '/company/profile',
  '/company/questionnaire',
  '/company/questionnaire/export',
  '/company/questionnaire/workbook',
  '/company/subcontractors',
  '/company/submission',
  '/contracts',
  '/contracts/export',
  '/credits',
  '/credits/contracts',
  '/credits/contracts/export',
  '/credits/export',
  '/performance',
  '/credits/acceptances',
  '/reports',
  '/reports/export',
  '/reports/new',
  '/reviews',
  '/reviews/export',
  '/search',
  '/views',
  '/statements',
  '/statements/export',
  '/work',
  '/api/v1/actions',
  '/api/v1/breaches',
  '/api/v1/contracts',
  '/api/v1/credits',
  '/api/v1/evaluations',
  '/api/v1/readings',
  '/api/v1/reports',
  '/api/v1/reviews',
  '/api/v1/vendors',
];

/** Parameters that name no record of a vendor: words, months, and registers that all insiders share. */
const sharedParams = [
  'versionId',
  'serviceId',
  'kpiId',
  'marketId',
  'period',
  'job',
  'kpiCode',
  'runId',
  'section',
  'part',
  'clauseId',
  'requirementId',
  'standardId',
  'standardTermId',
  'agenda',
  '*',
];

/** Records that a vendor's person opens: without them the walk would find nothing because it looks nowhere. */
const vendorsRecords = [
  '/assessments/:scoringId',
  '/breaches/:breachId',
  '/contracts/:contractId',
  '/reports/:reportId',
  '/reviews/:reviewId',
  '/statements/:statementId',
  '/api/v1/breaches/:breachId',
  '/api/v1/contracts/:contractId',
  '/api/v1/credits/:creditId',
  '/api/v1/evaluations/:evaluationKey',
  '/api/v1/readings/:readingId',
  '/api/v1/reports/:reportId',
  '/api/v1/reviews/:reviewId',
  '/api/v1/vendors/:vendorId',
];

let routes: ListedRoute[];
let context: PortalContext;
let cast: Cast;
let own: Records;
let foreign: Records;

beforeAll(async () => {
  routes = await listRoutes();
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  own = await recordEverything(context, cast, cast.vendor.harbour, cast.person.hanna);
  foreign = await recordEverything(context, cast, cast.vendor.brittle, cast.person.bruno);
});

type Walker = Pick<Visitor, 'load' | 'send'>;

/** Somebody on foot through the pages with their session, and through the interface with a token of theirs. */
async function walkAs(person: { id: number }): Promise<Walker> {
  const [page, program] = [await visitAs(context, person), await programAs(context, person)];
  const at = (path: string) => (isForPrograms(path) ? program : page);
  return {
    load: (route, path, params) => at(path).load(route, path, params),
    send: (route, path, form, params) => at(path).send(route, path, form, params),
  };
}

/** A form that names the foreign vendor's records in every way that a form of ours might. */
function foreignForm(): Form {
  const form = new FormData();
  for (const [name, value] of Object.entries(foreign)) form.append(name, String(value));
  for (const name of ['vendor', 'code']) form.append(name, cast.vendor.brittle.code);
  form.append('id', String(foreign.vendorId));
  form.append('text', 'x');
  return form;
}

function paramsFrom(records: Records, { params }: ListedRoute) {
  const ids: Record<string, string | number> = { ...records };
  return Object.fromEntries(params.map((name) => [name, ids[name] ?? 'x']));
}

/** Parameters with the foreign record in one place or in all of them, and own records elsewhere. */
function intrusions(params: string[]): Record<string, string | number>[] {
  const route = { path: '', params, module: {} };
  const [mine, theirs] = [paramsFrom(own, route), paramsFrom(foreign, route)];
  const names = params.filter((name) => !sharedParams.includes(name));
  return [theirs, ...names.map((name) => ({ ...mine, [name]: theirs[name] ?? 'x' }))];
}

type Said = Answer & { where: string; url: string };

async function ask(visitor: Walker, { path, module }: ListedRoute, params = {}, search = '') {
  const url = filledPath(path, params) + search;
  const answers: Said[] = [];
  const add = (method: string, answer: Answer) =>
    answers.push({ ...answer, url, where: `${method} ${path}${search} ${JSON.stringify(params)}` });
  if (module.loader) add('GET', await visitor.load(module, url, params));
  if (module.action) add('POST', await visitor.send(module, url, foreignForm(), params));
  return answers;
}

function said({ body, location }: Answer): string {
  return `${typeof body === 'string' ? body : JSON.stringify(body)} ${location ?? ''}`;
}

/** What an answer gives away: who the foreign vendor is, or what is ours alone. */
function betrayals(answer: Said): string[] {
  const { brittle } = cast.vendor;
  const { bruno } = cast.person;
  const secrets = [brittle.name, brittle.code, bruno.email, String(foreign.vendorId), OURS_ALONE];
  return secrets
    .filter((secret) => said(answer).includes(secret))
    .map((secret) => `${answer.where} says ${secret}`);
}

/** A GET of an address that only takes POSTs may lead to the page above it, which is walked itself. */
function leadsUp({ where, url, location }: Said): boolean {
  return where.startsWith('GET') && location !== null && url.startsWith(`${location}/`);
}

/** The interface says which methods an address takes before it asks who somebody is, or what is there. */
function takesNoPost({ where, url, status }: Said): boolean {
  return where.startsWith('POST') && isForPrograms(url) && status === 405;
}

function isAbsent(answer: Said): boolean {
  return answer.status === 404 || leadsUp(answer) || takesNoPost(answer);
}

const refusals = (answers: Said[], isRight: (answer: Said) => boolean) =>
  answers.flatMap((answer) =>
    isRight(answer) ? [] : [`${answer.where}: ${answer.status} ${answer.location ?? ''}`],
  );

/** Every row that names a record of the foreign vendor. */
async function foreignRows(): Promise<string[]> {
  const ids = Object.entries(foreign)
    .filter(([name]) => !sharedParams.includes(name) && name !== 'sequence' && name !== 'findingId')
    .map(([, id]) => String(id));
  const tables = Object.values(schema).filter((table) => table !== schema.auditHead);
  const rows = await Promise.all(tables.map((table) => context.store.read.select().from(table)));
  return rows
    .flat()
    .map((row) => JSON.stringify(row))
    .filter((row) => ids.some((id) => row.includes(id)))
    .sort();
}

describe('the walk over all routes', () => {
  it('knows a record for every parameter', () => {
    const known = [...Object.keys(own), ...sharedParams];
    const unknown = routes.flatMap(({ path, params }) =>
      params.filter((name) => !known.includes(name)).map((name) => `${path}: ${name}`),
    );
    expect(unknown, 'teach tests/routes/records.ts what these parameters name').toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
  });

  it('finds nothing of another vendor, whatever a vendor asks for', async () => {
    const before = await foreignRows();
    const hanna = await walkAs(cast.person.hanna);
    const answers: Said[] = [];
    for (const route of routes.filter(({ params }) => params.length > 0))
      for (const params of intrusions(route.params))
        answers.push(...(await ask(hanna, route, params)));
    expect(refusals(answers, isAbsent)).toEqual([]);
    expect(answers.flatMap(betrayals)).toEqual([]);
    expect(await foreignRows()).toEqual(before);
  });

  it('shows a vendor the own pages alone, and nobody else on them', async () => {
    const before = await foreignRows();
    const hanna = await walkAs(cast.person.hanna);
    const stranger = await visitAs(context, null);
    const { contractId, reportId, workId } = foreign;
    const searches = [
      '',
      `?vendor=${foreign.vendorId}`,
      `?contract=${contractId}&report=${reportId}&id=${workId}`,
    ];
    const answers: Said[] = [];
    for (const route of routes.filter(({ params }) => params.length === 0)) {
      const isOpen = openToVendors.includes(route.path);
      const visitor = door.includes(route.path) ? stranger : hanna;
      for (const search of isOpen ? searches : ['']) {
        const given = await ask(visitor, route, {}, search);
        if (!isOpen) expect(refusals(given, isAbsent), 'open to vendors?').toEqual([]);
        answers.push(...given.filter(({ where }) => where.startsWith('GET')));
      }
    }
    expect(answers.filter((answer) => !answer.where.includes('?')).flatMap(betrayals)).toEqual([]);
    const { name } = cast.vendor.brittle;
    expect(answers.filter((answer) => said(answer).includes(name))).toEqual([]);
    expect(await foreignRows()).toEqual(before);
  });

  it('opens the own records, without what is ours alone', async () => {
    const hanna = await walkAs(cast.person.hanna);
    const answers: Said[] = [];
    for (const route of routes.filter(({ params }) => params.length > 0)) {
      const { loader } = route.module;
      if (loader)
        answers.push(
          ...(await ask(hanna, { ...route, module: { loader } }, paramsFrom(own, route))),
        );
    }
    expect(refusals(answers, ({ status }) => status < 500)).toEqual([]);
    expect(answers.flatMap(betrayals)).toEqual([]);
    const opened = answers
      .filter(({ status }) => status === 200)
      .map(({ where }) => where.split(' ')[1]);
    expect(opened).toEqual(expect.arrayContaining(vendorsRecords));
  });

  it('shows an insider of any role nothing outside the reach', async () => {
    const before = await foreignRows();
    const { remy, petra, ada, alan } = cast.person;
    const insiders = [remy, petra, ada, alan];
    const reachMarketId = cast.market.asia.id;
    await context.store.transact(async (tx) => {
      for (const { id } of insiders)
        await tx.update(schema.people).set({ reachMarketId }).where(eq(schema.people.id, id));
    });
    const colleagues = ['personId', 'sessionId', ...sharedParams];
    const answers: Said[] = [];
    for (const insider of insiders) {
      const visitor = await walkAs(insider);
      for (const route of routes.filter(
        ({ params }) => !params.every((name) => colleagues.includes(name)),
      ))
        answers.push(...(await ask(visitor, route, paramsFrom(foreign, route))));
    }
    expect(refusals(answers, (answer) => answer.status === 403 || isAbsent(answer))).toEqual([]);
    expect(answers.flatMap(betrayals)).toEqual([]);
    expect(await foreignRows()).toEqual(before);
  });

  it('sends a stranger to sign in', async () => {
    const stranger = await visitAs(context, null);
    const answers: Said[] = [];
    for (const route of routes.filter(({ path }) => !door.includes(path)))
      answers.push(...(await ask(stranger, route, paramsFrom(own, route))));
    const isSentAway = (answer: Said) =>
      answer.location?.startsWith('/sign-in?to=') ||
      leadsUp(answer) ||
      (isForPrograms(answer.url) && answer.status === 401) ||
      takesNoPost(answer);
    expect(refusals(answers, (answer) => Boolean(isSentAway(answer)))).toEqual([]);
  });

  it('lets an auditor change nothing', async () => {
    const ada = await walkAs(cast.person.ada);
    const account = [
      ...['/account', '/account/password', '/account/sessions/end-others', '/views'],
      ...['/calendar/feed', '/calendar/feed/revocation', '/account/tokens/new'],
    ];
    const answers: Said[] = [];
    for (const route of routes.filter(({ path }) => ![...account, ...door].includes(path))) {
      const { action } = route.module;
      if (action)
        answers.push(
          ...(await ask(ada, { ...route, module: { action } }, paramsFrom(foreign, route))),
        );
    }
    const isRefused = (answer: Said) => answer.status === 403 || isAbsent(answer);
    expect(refusals(answers, isRefused)).toEqual([]);
  });

  it('shows an outside reviewer the check that was given, and nothing else of anybody', async () => {
    const before = await foreignRows();
    const reviewer = await addReviewer();
    const visitor = await walkAs(reviewer);
    const answers: Said[] = [];
    for (const route of routes.filter(({ params }) => params.length > 0)) {
      for (const params of intrusions(route.params))
        answers.push(...(await ask(visitor, route, params)));
      const isCheck = route.path.startsWith('/checks/');
      if (!isCheck) answers.push(...(await ask(visitor, route, paramsFrom(own, route))));
    }
    expect(refusals(answers, isAbsent)).toEqual([]);
    expect(answers.flatMap(betrayals)).toEqual([]);
    const open: string[] = [];
    for (const route of routes.filter(({ path }) => !door.includes(path))) {
      const { loader } = route.module;
      if (!loader) continue;
      const given = await ask(visitor, { ...route, module: { loader } }, paramsFrom(own, route));
      open.push(...given.filter(({ status }) => status === 200).map(() => route.path));
      const strangers = [cast.vendor.brittle.name, cast.vendor.tardy.name, cast.vendor.polar.name];
      for (const name of strangers) expect(given.map(said).join(), route.path).not.toContain(name);
    }
    expect(open.filter((path) => !path.startsWith('/account'))).toEqual([
      '/',
      '/checks',
      '/checks/:checkId',
      '/checks/:checkId/documents/new',
      '/checks/:checkId/evidence/new',
      '/checks/:checkId/result',
      '/checks/export',
      '/given',
      '/search',
      '/work',
    ]);
    expect(await foreignRows()).toEqual(before);
  });

  async function addReviewer() {
    const id = randomId();
    const at = '2024-01-10T08:00:00.000Z';
    await context.store.transact(async (tx) => {
      await tx.insert(schema.people).values({
        id,
        email: 'rita@example.com',
        name: 'Rita Reviewer',
        role: 'reviewer',
        createdAt: at,
      });
      await tx.insert(schema.reviewGrants).values({
        personId: id,
        subject: 'check',
        recordId: own.checkId,
        vendorId: own.vendorId,
        grantedAt: at,
      });
    });
    return { id };
  }
});
