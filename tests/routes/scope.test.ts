import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { randomId } from '~db/columns';
import * as schema from '~db/schema';
import { isForPrograms } from '~/api/address';
import { visitAs } from '../visit';
import {
  recordsForAll,
  door,
  openToVendors,
  sharedParams,
  vendorsRecords,
  routes,
  context,
  cast,
  own,
  foreign,
  walkAs,
  paramsFrom,
  intrusions,
  type Said,
  ask,
  said,
  betrayals,
  leadsUp,
  takesNoPost,
  isAbsent,
  refusals,
  foreignRows,
} from './route-walk';

recordsForAll();

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
