import { and, eq } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import type { PortalContext } from '~/context';
import { runWaitingWork } from '~/jobs/run-work.server';
import * as submission from '~/routes/_app.reports.$reportId.submission';
import * as newReport from '~/routes/_app.reports.new';
import { reportFindings, reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, testClock, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Visitor } from '../visit';

export let store: Store;
export let cast: Cast;
export let context: PortalContext;
export let hanna: Visitor;
export let bruno: Visitor;
export let mona: Visitor;

/** Begins each test with the cast, and with those who send and read reports signed in. */
export function visitorsForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    context = contextFor(store);
    hanna = await visitAs(context, cast.person.hanna);
    bruno = await visitAs(context, cast.person.bruno);
    mona = await visitAs(context, cast.person.mona);
  });
}

export const text = (body: string) => new TextEncoder().encode(body);

/** Sends a file through the form as a browser does, and lets the background read it. */
export async function send(
  who: Visitor,
  bytes: Uint8Array,
  name: string,
  fields: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('files', new File([new Uint8Array(bytes)], name));
  const answer = await who.send(newReport, '/reports/new', form);
  await work();
  return answer;
}

export async function work() {
  const { uploads } = context;
  const log = (line: string) => expect.unreachable(line);
  await runWaitingWork(
    { store, runner: 1, clock: testClock, postman: null, uploads, log },
    () => false,
  );
}

export const reportIdOf = (location: string | null) =>
  Number(/\/reports\/(\d+)/.exec(location ?? '')?.[1]);

export async function sendGood(who: Visitor, month = '2023-12', value = '94.5') {
  const { location } = await send(who, text(`Month,OTD_PCT\n${month},${value}\n`), 'good.csv');
  return reportIdOf(location);
}

export async function submit(who: Visitor, reportId: number) {
  const ids = await store.read
    .select({ id: reportFindings.id })
    .from(reportFindings)
    .where(and(eq(reportFindings.reportId, reportId), eq(reportFindings.severity, 'warning')));
  const comments = Object.fromEntries(ids.map(({ id }) => [`comment.${id}`, 'checked']));
  return who.send(
    submission,
    `/reports/${reportId}/submission`,
    { ...comments, note: 'as agreed' },
    { reportId },
  );
}

export const stateOf = async (reportId: number) =>
  (await store.read.select().from(reports).where(eq(reports.id, reportId)))[0]?.state;

export type Shown = {
  content: { view: string; errors: { groups: { code: string; shown: { what: string }[] }[] } };
};
