import { afterEach, beforeEach, expect } from 'vitest';
import type { PortalContext } from '~/context';
import { runWaitingWork } from '~/jobs/run-work.server';
import * as reportsRoute from '~/routes/api.v1.reports._index';
import { reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, testClock, type Cast } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, programAs, type Answer, type Visitor } from '../visit';

export let store: Store;
export let cast: Cast;
export let context: PortalContext;
export let hanna: Visitor;
export let stopWorker: () => Promise<void>;

/** Begins each test with a program that may send reports, and a worker that reads them. */
export function programForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    context = contextFor(store);
    hanna = await programAs(context, cast.person.hanna);
    stopWorker = startWorker();
  });
  afterEach(async () => {
    await stopWorker();
  });
}

/** A worker comes back after it was stopped. */
export function workAgain() {
  stopWorker = startWorker();
}

/** The background, which in the portal is a thread of its own. */
function startWorker(): () => Promise<void> {
  let running = true;
  const log = (line: string) => expect.unreachable(line);
  const { uploads } = context;
  const work = { store, runner: 1, clock: testClock, postman: null, uploads, log };
  const loop = async () => {
    while (running) {
      await runWaitingWork(work, () => !running);
      await new Promise((again) => setTimeout(again, 5));
    }
  };
  const ended = loop();
  return async () => {
    running = false;
    await ended;
  };
}

type Sent = {
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  search?: string;
};

export function send(who: Visitor, { body, headers = {}, search = '' }: Sent): Promise<Answer> {
  const init = {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  };
  return answerOf(() => reportsRoute.action(who.args(`/api/v1/reports${search}`, {}, init)));
}

export const row = { period: '2023-12', kpi: 'OTD_PCT', value: '94.5' };

export const good = (change = {}) => JSON.stringify({ vendor: 'HARBOUR', rows: [row], ...change });

export const bodyOf = (answer: Answer) =>
  JSON.parse(String(answer.body)) as Record<string, unknown>;

export const reportCount = () => store.read.$count(reports);
