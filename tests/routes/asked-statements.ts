import { getTableName, sql } from 'drizzle-orm';
import { beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { runJob } from '~/jobs/run-job.server';
import { jobNames } from '~/jobs/schedule';
import { newRunner } from '~/shared/runner.server';
import { engine } from '~db/columns';
import * as schema from '~db/schema';
import type { Store } from '~db/store.server';
import { castInto, testNow } from '../cast';
import { freshStore } from '../database';
import { isForPrograms } from '~/api/address';
import type { Filter } from '~/api/filter.server';
import type { Resource } from '~/api/resource.server';
import { apiResources } from '~/api/resources.server';
import * as apiList from '~/routes/api.v1.$resource._index';
import { contextFor, programAs, visitAs } from '../visit';
import { recordEverything } from './records';
import { filledPath, listRoutes } from './route-list';

let store: Store;
let asking: string | null = null;

/** Asks every page and job for all tests, and keeps the statements that they put. */
export function askAllOnce() {
  beforeAll(async () => {
    store = await freshStore({
      onStatement(statement, params) {
        if (asking === null || !/^\s*(select|with|update|delete)/i.test(statement)) return;
        const known = asked.get(statement) ?? { params, by: new Set<string>() };
        asked.set(statement, known);
        known.by.add(asking);
      },
    });
    if (engine !== 'sqlite') return;
    const context = contextFor(store);
    const cast = await castInto(store);
    const records = await recordEverything(context, cast, cast.vendor.harbour, cast.person.hanna);
    for (const job of jobNames) {
      asking = `job ${job}`;
      const request = { asOf: '2024-01-12', slot: `test:${job}`, origin: 'command' as const };
      await runJob({ store, now: testNow, postman: null, runner: newRunner() }, job, request);
    }
    const routes = await listRoutes();
    const { petra, mona, remy, ada, alan, hanna } = cast.person;
    const named = { ...records, kpiId: cast.kpi.onTime.id, period: '2023-12' };
    for (const person of [petra, mona, remy, ada, alan, hanna]) {
      const page = await visitAs(context, person);
      const program = await programAs(context, person);
      for (const { path, params, module } of routes) {
        asking = path;
        const ids: Record<string, string | number> = named;
        const filled = Object.fromEntries(params.map((name) => [name, ids[name] ?? 'x']));
        // Some records hold too little for a page of theirs: what it asked until then counts.
        const visitor = isForPrograms(path) ? program : page;
        if (module.loader)
          await visitor.load(module, filledPath(path, filled), filled).catch(() => undefined);
      }
    }
    const program = await programAs(context, petra);
    for (const [resource, { sorts }] of Object.entries<Resource>(apiResources))
      for (const sort of sorts.flatMap((one) => [one, `-${one}`]))
        for (const search of [`?sort=${sort}&limit=1`, `?sort=${sort}&vendor=HARBOUR`]) {
          asking = `/api/v1/${resource}${search}`;
          await program.load(apiList, asking, { resource });
        }
    for (const [resource, { filters }] of Object.entries<Resource>(apiResources))
      for (const search of ['', ...Object.entries(filters).map(asQuestion)]) {
        asking = `${resource}?${search}`;
        await program.load(apiList, `/api/v1/${resource}?${search}`, { resource });
      }
    asking = null;
  });
}

/*
 * Every page is asked for and every job is run, and the store says how it would answer each of their questions. A question
 * that reads a whole table, where the table grows with vendors, contracts or time, fails. A new route or job joins by
 * itself, and a new table counts as growing unless it is named here.
 */

/** Registers and the like: some hundreds of rows at most, whatever the portal holds. */
const SMALL: readonly string[] = [
  'audit_head',
  'clause_requirements',
  'clauses',
  'exchange_rates',
  'kpi_months',
  'kpis',
  'markets',
  'people',
  'runners',
  'scorecard_versions',
  'services',
  'settings',
  'standards',
];

/** Questions that read a whole table by what they ask, each with its reason; `asked` begins the statement. */
const WHOLE: { table: string; asked: RegExp; because: string }[] = [
  {
    table: 'risks|proposal_causes|sourcing_gaps|proposals|actions',
    asked: /^select/,
    because: 'decisions of people: some thousands in years',
  },
  {
    table: 'contracts',
    asked: /^select ("contracts"\."id", "vendors"\."code"|"id", "number", "title")/,
    because: 'which reports are due, and what ends, is asked of every contract in force',
  },
  {
    table: 'reports',
    asked: /^select ("reports"\."id", "vendors"\."code"|count\(\*\))/,
    because: 'the list opens with what waits, an order that no index has',
  },
  {
    table: 'credit_periods',
    asked:
      /^select "credit_periods"\."currency", count\(distinct "credit_periods"\."contract_id"\)/,
    because: 'what contracts have come to is the sum of all their months',
  },
  {
    table: 'contracts|credit_periods',
    asked: /^select distinct "currency"/,
    because: "the list's filters offer what there is in it",
  },
];

/** Pages that are opened so seldom that they may read a table from end to end, each with its reason. */
const SELDOM: { page: RegExp; because: string }[] = [
  {
    page: /^\/(people\/:personId|vendors\/:vendorId\/contacts\/:contactId)\/erasure$/,
    because: 'what is kept under the number of somebody is counted, when somebody is to be erased',
  },
];

/** Filters of the interface that leave a list's way through its table as it is, each with its reason. */
export const WALKED: { filters: RegExp; because: string }[] = [
  {
    filters: /^(evaluations\?(outcome|severity)|breaches\?(severity|kind|state))$/,
    because: 'every month holds some of each: a page is full before much was read',
  },
  {
    filters: /^(readings\?(kpi|service|market|source|period|from|to)|reports\?source)$/,
    because: 'read in the order in which they came, for what is new since the last time',
  },
  { filters: /^contracts\?currency$/, because: 'there are few, and contracts are no history' },
  {
    filters: /^(proposals\?(service|market)|actions\?side|risks\?(category|state))$/,
    because: 'each holds a good share of a table that people fill, one decision at a time',
  },
];

/** What a filter that is no word of a closed list is asked for. */
const VALUES: Record<string, string> = {
  vendor: 'HARBOUR',
  code: 'HARBOUR',
  contract: 'HARBOUR-2023',
  number: 'HARBOUR-2023',
  kpi: 'OTD_PCT',
  service: 'LINEHAUL',
  market: 'FR',
  country: 'FR',
  currency: 'EUR',
  case: '1',
  report: '1',
  period: '2023-11',
  from: '2023-11',
  to: '2023-11',
  quarter: '2023-Q3',
};

type Asked = { params: readonly unknown[]; by: Set<string> };

type Scan = { table: string; statement: string; by: string[] };

export const asked = new Map<string, Asked>();

export const asQuestion = ([name, { value }]: [string, Filter]): string => {
  const word = value instanceof z.ZodEnum ? String(value.options[0]) : VALUES[name];
  return `${name}=${word ?? expect.fail(`no value to ask ${name} for`)}`;
};

/** How a list finds the rows of its own table when it is asked so. */
export async function wayThrough(resource: string, question: string): Promise<string> {
  const table = resource === 'credits' ? 'credit_periods' : resource;
  const isList = new RegExp(`^select .* from "${table}" .* order by .* limit \\?$`, 's');
  const found = [...asked].find(
    ([statement, { by }]) => by.has(`${resource}?${question}`) && isList.test(statement),
  );
  const plan = found ? await planOf(...found) : [];
  return plan.find((step) => new RegExp(`^(SCAN|SEARCH) ${table}\\b`).test(step)) ?? 'not found';
}

/** The plan of a statement with what was bound to it. */
export async function planOf(statement: string, { params }: Asked): Promise<string[]> {
  const [first = '', ...parts] = statement.split('?');
  const bound = parts.flatMap((part, at) => [sql`${params[at]}`, sql.raw(part)]);
  const rows = await store.read.rows<{ detail: string }>(
    sql`explain query plan ${sql.join([sql.raw(first), ...bound])}`,
  );
  return rows.map(({ detail }) => detail);
}

const growing: string[] = Object.values(schema)
  .map((table): string => getTableName(table))
  .filter((name) => !SMALL.includes(name));

/** The tables that a plan reads whole: in no index's order, or in one and to its end. */
export function scansOf(plan: readonly string[], statement: string): string[] {
  const isSorted = plan.some((step) => step.includes('USE TEMP B-TREE FOR ORDER BY'));
  const stopsEarly = /\blimit \?/i.test(statement) && !isSorted;
  return plan.flatMap((step) => {
    const [, table = '', index] = /^SCAN (\w+)( USING (?:COVERING )?INDEX \w+)?/.exec(step) ?? [];
    if (!growing.includes(table) || stopsEarly) return [];
    return index === undefined ? [table] : [];
  });
}

export async function wholeTables(): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (const [statement, how] of asked) {
    if ([...how.by].every((by) => SELDOM.some(({ page }) => page.test(by)))) continue;
    const plan = await planOf(statement, how);
    for (const table of scansOf(plan, statement))
      scans.push({ table, statement, by: [...how.by].slice(0, 3) });
  }
  return scans;
}

export const isKnown = ({ table, statement }: Scan) =>
  WHOLE.some(
    (known) => new RegExp(`^(${known.table})$`).test(table) && known.asked.test(statement),
  );
