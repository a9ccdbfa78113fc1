import { beforeAll } from 'vitest';
import type { PortalContext } from '~/context';
import * as schema from '~db/schema';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { isForPrograms } from '~/api/address';
import { contextFor, programAs, visitAs, type Answer, type Form, type Visitor } from '../visit';
import { OURS_ALONE, recordEverything, type Records } from './records';
import { filledPath, listRoutes, type ListedRoute } from './route-list';

export let routes: ListedRoute[];
export let context: PortalContext;
export let cast: Cast;
export let own: Records;
export let foreign: Records;

/** Finds every route, and lays down the records of two vendors for all tests. */
export function recordsForAll() {
  beforeAll(async () => {
    routes = await listRoutes();
    context = contextFor(await freshStore());
    cast = await castInto(context.store);
    own = await recordEverything(context, cast, cast.vendor.harbour, cast.person.hanna);
    foreign = await recordEverything(context, cast, cast.vendor.brittle, cast.person.bruno);
  });
}

export /*
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
export const openToVendors = [
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
export const sharedParams = [
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
export const vendorsRecords = [
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

type Walker = Pick<Visitor, 'load' | 'send'>;

/** Somebody on foot through the pages with their session, and through the interface with a token of theirs. */
export async function walkAs(person: { id: number }): Promise<Walker> {
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

export function paramsFrom(records: Records, { params }: ListedRoute) {
  const ids: Record<string, string | number> = { ...records };
  return Object.fromEntries(params.map((name) => [name, ids[name] ?? 'x']));
}

/** Parameters with the foreign record in one place or in all of them, and own records elsewhere. */
export function intrusions(params: string[]): Record<string, string | number>[] {
  const route = { path: '', params, module: {} };
  const [mine, theirs] = [paramsFrom(own, route), paramsFrom(foreign, route)];
  const names = params.filter((name) => !sharedParams.includes(name));
  return [theirs, ...names.map((name) => ({ ...mine, [name]: theirs[name] ?? 'x' }))];
}

export type Said = Answer & { where: string; url: string };

export async function ask(
  visitor: Walker,
  { path, module }: ListedRoute,
  params = {},
  search = '',
) {
  const url = filledPath(path, params) + search;
  const answers: Said[] = [];
  const add = (method: string, answer: Answer) =>
    answers.push({ ...answer, url, where: `${method} ${path}${search} ${JSON.stringify(params)}` });
  if (module.loader) add('GET', await visitor.load(module, url, params));
  if (module.action) add('POST', await visitor.send(module, url, foreignForm(), params));
  return answers;
}

export function said({ body, location }: Answer): string {
  return `${typeof body === 'string' ? body : JSON.stringify(body)} ${location ?? ''}`;
}

/** What an answer gives away: who the foreign vendor is, or what is ours alone. */
export function betrayals(answer: Said): string[] {
  const { brittle } = cast.vendor;
  const { bruno } = cast.person;
  const secrets = [brittle.name, brittle.code, bruno.email, String(foreign.vendorId), OURS_ALONE];
  return secrets
    .filter((secret) => said(answer).includes(secret))
    .map((secret) => `${answer.where} says ${secret}`);
}

/** A GET of an address that only takes POSTs may lead to the page above it, which is walked itself. */
export function leadsUp({ where, url, location }: Said): boolean {
  return where.startsWith('GET') && location !== null && url.startsWith(`${location}/`);
}

/** The interface says which methods an address takes before it asks who somebody is, or what is there. */
export function takesNoPost({ where, url, status }: Said): boolean {
  return where.startsWith('POST') && isForPrograms(url) && status === 405;
}

export function isAbsent(answer: Said): boolean {
  return answer.status === 404 || leadsUp(answer) || takesNoPost(answer);
}

export const refusals = (answers: Said[], isRight: (answer: Said) => boolean) =>
  answers.flatMap((answer) =>
    isRight(answer) ? [] : [`${answer.where}: ${answer.status} ${answer.location ?? ''}`],
  );

/** Every row that names a record of the foreign vendor. */
export async function foreignRows(): Promise<string[]> {
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
