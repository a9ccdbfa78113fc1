import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { reports, uploads } from '~db/schema/kpi';
import { jobRuns, runners, work } from '~db/schema/jobs';
import { mails } from '~db/schema/notifications';
import { jobNames } from '~/jobs/schedule';
import type { Store } from '~db/store.server';
import type { Chance } from './chance';
import { sha256, wholeYear, type Stage } from './kill-stage';
import { ask, type Keeper } from './portal-keeper';
import { beginCommand, killed } from '../portal-process';

export type Scene = {
  store: Store;
  keeper: Keeper;
  stage: Stage;
  env: Record<string, string>;
  folder: string;
};

const LONGEST_STEP_MS = 900_000;
const JOBS = ['evaluate', 'cases', 'propose', 'deliver-mail'] as const;

/**
 * A year is reported, one comes by command, one is corrected; the jobs follow after each, and all mail goes out. What
 * people do begins when the clock's own jobs are through, and changes one contract at a time: so it makes no difference
 * whether the clock or a hand evaluates it.
 */
export async function play(scene: Scene, killCommand: Chance | null): Promise<number> {
  await until('the clock has caught up', () => hasCaughtUp(scene.store));
  await reportThrough(scene, 'year.csv', wholeYear(2024, 70));
  await follow(scene);
  const commandKills = await importByCommand(scene, killCommand);
  await follow(scene);
  await reportThrough(scene, 'corrected.csv', wholeYear(2024, 82));
  await runJob(scene, 'chase');
  await follow(scene);
  await until(
    'all mail is sent',
    async () => (await openMails(scene.store)) === 0,
    () => runJob(scene, 'deliver-mail'),
  );
  return commandKills;
}

async function follow(scene: Scene): Promise<void> {
  for (const job of JOBS) await runJob(scene, job);
}

/** True once each job of the clock has ended a slot of its own; mail leaves no row where there is none. */
async function hasCaughtUp({ read }: Store): Promise<boolean> {
  const rows = await read
    .select({ job: jobRuns.job, state: jobRuns.state })
    .from(jobRuns)
    .where(eq(jobRuns.origin, 'schedule'));
  const ended = new Set(rows.filter(({ state }) => state !== 'running').map(({ job }) => job));
  return (
    rows.every(({ state }) => state !== 'running') &&
    jobNames.every((job) => job === 'deliver-mail' || ended.has(job))
  );
}

/** From the form to the acceptance as people do it: what was refused or lost on the way is asked again. */
async function reportThrough(scene: Scene, name: string, bytes: Uint8Array): Promise<void> {
  const { store, keeper, stage } = scene;
  const { vendor, manager } = stage.cookies;
  const found = () => reportOf(store, sha256(bytes));
  const state = async () => (await found())?.state ?? null;
  const send = (path: string, cookie: string, fields: Record<string, string> = {}) =>
    ask(keeper, path, cookie, formOf(fields));
  await until(
    `${name} is received`,
    async () => (await found()) !== null,
    async () => {
      const form = new FormData();
      form.append('files', new File([new Uint8Array(bytes)], name));
      await ask(keeper, '/reports/new', vendor, form);
    },
  );
  const { id } = (await found()) ?? { id: 0 };
  await until(
    `${name} is read`,
    async () => (await state()) !== 'staging',
    async () => {
      if (await lastWorkFailed(store)) await send(`/reports/${id}/reading`, vendor);
    },
  );
  await until(
    `${name} is submitted`,
    async () => (await state()) !== 'draft',
    () => send(`/reports/${id}/submission`, vendor, { 'comment.all': 'checked' }),
  );
  await until(
    `${name} is accepted`,
    async () => (await state()) === 'accepted',
    () => send(`/reports/${id}/acceptance`, manager),
  );
  await until('nothing waits', () => isIdle(store));
}

async function runJob({ store, keeper, stage }: Scene, job: string): Promise<void> {
  const before = await doneRuns(store, job);
  const form = () => formOf({ job, asOf: today() });
  await until(
    `${job} has run`,
    async () => (await doneRuns(store, job)) > before,
    async () => {
      if (await isIdle(store)) await ask(keeper, '/jobs/runs', stage.cookies.admin, form());
    },
  );
}

/** Imports a report by command, killed up to twice on the way, then once more to its end. */
async function importByCommand(scene: Scene, chance: Chance | null): Promise<number> {
  const file = join(scene.folder, 'tardy.csv');
  writeFileSync(file, wholeYear(2025, 91));
  const args = ['kpi', 'import', file, '--vendor', 'TARDY', '--source', 'system_log', '--accept'];
  let kills = 0;
  for (let times = chance?.whole(0, 2) ?? 0; times > 0; times -= 1) {
    const command = beginCommand(args, scene.env);
    await sleep(chance?.whole(1200, 4000) ?? 0);
    if (command.exitCode === null) kills += 1;
    await killed(command);
  }
  for (let attempt = 1; ; attempt += 1) {
    const command = beginCommand(args, scene.env);
    let said = '';
    command.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(command, 'exit')) as [number | null];
    if (code === 0) return kills;
    if (attempt === 3) throw new Error(`kpi import ended with ${code}: ${said}`);
  }
}

async function until(
  what: string,
  isSo: () => Promise<boolean>,
  act: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const began = performance.now();
  for (let wait = 50; ; wait = Math.min(400, wait * 1.5)) {
    if (await isSo()) return;
    if (performance.now() - began > LONGEST_STEP_MS) throw new Error(`never came to: ${what}`);
    await act();
    if (await isSo()) return;
    await sleep(wait);
  }
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const today = () => new Date().toISOString().slice(0, 10);

async function reportOf(store: Store, hash: string) {
  const [report] = await store.read
    .select({ id: reports.id, state: reports.state })
    .from(reports)
    .innerJoin(uploads, eq(uploads.id, reports.uploadId))
    .where(eq(uploads.sha256, hash));
  return report ?? null;
}

async function isIdle(store: Store): Promise<boolean> {
  return (await store.read.$count(work, inArray(work.state, ['waiting', 'running']))) === 0;
}

async function lastWorkFailed(store: Store): Promise<boolean> {
  const [last] = await store.read
    .select({ state: work.state })
    .from(work)
    .orderBy(desc(work.createdAt))
    .limit(1);
  return last?.state === 'failed';
}

async function doneRuns(store: Store, job: string): Promise<number> {
  const [row] = await store.read
    .select({ done: count() })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), eq(jobRuns.state, 'done'), eq(jobRuns.origin, 'hand')));
  return Number(row?.done ?? 0);
}

async function openMails(store: Store): Promise<number> {
  return store.read.$count(mails, inArray(mails.state, ['queued', 'sending']));
}

export type Moment = 'import' | 'evaluation' | 'proposal' | 'mail' | 'between';

/** What the runner that showed life last is at. */
export async function momentOf({ read }: Store): Promise<Moment> {
  const latest = read
    .select({ id: runners.id })
    .from(runners)
    .orderBy(desc(runners.seenAt))
    .limit(1);
  const [letter] = await read
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.state, 'sending'), inArray(mails.claimedBy, latest)))
    .limit(1);
  if (letter) return 'mail';
  const runs = await read
    .select({ job: jobRuns.job })
    .from(jobRuns)
    .where(and(eq(jobRuns.state, 'running'), inArray(jobRuns.claimedBy, latest)));
  const works = await read
    .select({ kind: work.kind })
    .from(work)
    .where(and(eq(work.state, 'running'), inArray(work.claimedBy, latest)));
  const busy = new Set([...runs.map(({ job }) => job), ...works.map(({ kind }) => kind)]);
  if (busy.has('check-report')) return 'import';
  if (busy.has('evaluate')) return 'evaluation';
  if (busy.has('propose')) return 'proposal';
  if (busy.has('deliver-mail')) return 'mail';
  return 'between';
}
