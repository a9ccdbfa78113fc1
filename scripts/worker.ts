import { parentPort, workerData } from 'node:worker_threads';
import { CronJob } from 'cron';
import { pino } from 'pino';
import type { WorkerData, WorkerMessage } from './serve/worker-thread';
import { runDueJobs } from '~/jobs/run-due.server';
import { runWaitingWork } from '~/jobs/run-work.server';
import { jobNames, schedule, type JobName } from '~/jobs/schedule';
import { afterOne, Turns } from '~/jobs/turns';
import { clearUnclaimed } from '~/documents/clear-unclaimed.server';
import { clearDrafts } from '~/documents/upload-folder.server';
import { postmanFor } from '~/notifications/smtp.server';
import { machineClock, standingClock } from '~/shared/clock';
import { showLife } from '~/shared/runner.server';
import { openStore } from '~db/store.server';

/** The server's background thread: cron jobs and long work, on a store of its own, so that pages stay quick. */
const { runner, uploads, standsAt } = workerData as WorkerData;
const log = pino({ name: 'worker', level: process.env['LOG_LEVEL'] ?? 'info' });
const store = openStore();
const clock = standsAt === null ? machineClock : standingClock(standsAt);
const demo = standsAt !== null;
const postman = demo ? null : postmanFor(process.env['SMTP_URL'], process.env['MAIL_FROM']);

const POLL_MS = 2000;
const tell = (line: string) => log.warn(line);
const ending = new AbortController();
const stop = ending.signal;
/** One thing after the other: a job and an import never compete for the writer's place. */
const turns = new Turns((error) => log.error(error));

const due = new Set<JobName>();
/** The clock has asked for a job that has not had its turn. */
let hasTicked = false;

/** What waits is done until the clock asks for something: then what is under way ends first, and the rest goes on after it. */
const doWaitingWork = turns.once(async () => {
  const context = { store, runner, clock, postman, uploads, log: tell, stop };
  const yields = afterOne(() => hasTicked);
  await runWaitingWork(context, () => stop.aborted || yields());
});

/** What is due runs; what another server holds, what waits for such a job, and what could not begin has its turn at the next poll. */
const runDue = turns.once(async () => {
  hasTicked = false;
  const names = new Set(due);
  due.clear();
  const context = { store, runner, postman, now: clock.now(), log: tell, stop };
  const { again, failures } = await runDueJobs(context, names);
  for (const job of again) due.add(job);
  for (const failure of failures) log.error(failure);
  doWaitingWork();
});

await showLife(store, runner); // From now on the server that started the thread keeps it up.

const HOUR_MS = 3_600_000;

/** What servers left in the upload folder that died while they wrote, or whose transaction failed. */
async function clearUploads(): Promise<void> {
  const before = new Date(machineClock.now().getTime() - HOUR_MS);
  await clearDrafts(uploads, before);
  await clearUnclaimed({ store, uploads }, before);
}
turns.enqueue(clearUploads);
const clearing = setInterval(() => turns.enqueue(clearUploads), 24 * HOUR_MS);

doWaitingWork(); // Whoever waits for something comes before what the clock asks for.

const ticking = jobNames.map((job) =>
  CronJob.from({
    cronTime: schedule[job],
    timeZone: 'UTC',
    start: true,
    runOnInit: true, // Catches up with what fell due while the server was off.
    onTick: () => {
      due.add(job);
      hasTicked = true;
      runDue();
    },
  }),
);
const polling = setInterval(() => {
  doWaitingWork();
  if (due.size > 0) runDue();
}, POLL_MS);

parentPort?.on('message', (message: WorkerMessage) => {
  if (message === 'wake') doWaitingWork();
  if (message === 'stop') void end();
});

async function end(): Promise<void> {
  ending.abort();
  clearInterval(polling);
  clearInterval(clearing);
  for (const job of ticking) await job.stop();
  await turns.done();
  await store.close();
  parentPort?.postMessage('stopped');
  parentPort?.close();
}
