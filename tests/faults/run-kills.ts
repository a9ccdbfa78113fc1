import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, inArray, ne } from 'drizzle-orm';
import { verifyChain } from '~/audit/verify-chain.server';
import { jobRuns, work } from '~db/schema/jobs';
import { reports, uploads } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { chanceOf, type Chance } from './chance';
import { differences, dumpStore } from './compare-stores';
import { momentOf, play, type Moment, type Scene } from './kill-scenario';
import { setStage, type Stage } from './kill-stage';
import { openMailSink } from './mail-sink';
import { keepPortal } from './portal-keeper';

export type KillCount = {
  kills: number;
  rounds: number;
  moments: Partial<Record<Moment | 'command', number>>;
  letters: number;
  /** Letters that went out twice: accepted by the mail server, and the sender killed before it had noted so. */
  repeated: number;
  /** What is not as in an undisturbed run; empty is what is wanted. */
  faults: string[];
};

type Telling = (line: string) => void;
type Dump = Awaited<ReturnType<typeof dumpStore>>;

const KILLS_A_ROUND = 25;
/** The share of kills that wait for something to be under way, how long they do, and how far into it they fall. */
const AIMED = 0.8;
const LONGEST_WAIT_MS = 2000;
const DEEPEST_MS = 300;

/** Kills the server, its worker and commands at random moments, until it was done so often, and compares what is left. */
export async function runKills(
  { count, seed }: { count: number; seed: number },
  tell: Telling = () => undefined,
): Promise<KillCount> {
  const chance = chanceOf(seed);
  const total: KillCount = {
    kills: 0,
    rounds: 0,
    moments: {},
    letters: 0,
    repeated: 0,
    faults: [],
  };
  const stage = await setStage();
  try {
    let undisturbed = await playRound(stage, null, 0, total);
    let day = dayNow();
    tell(`undisturbed: ${sizeOf(undisturbed)} rows, ${total.letters} letters`);
    total.letters = 0;
    while (total.kills < count) {
      if (day !== dayNow()) {
        undisturbed = await playRound(stage, null, 0, total);
        day = dayNow();
      }
      total.rounds += 1;
      const most = Math.min(KILLS_A_ROUND, count - total.kills);
      const before = total.faults.length;
      const found = await playRound(stage, chance, most, total);
      if (day === dayNow()) {
        total.faults.push(
          ...differences(undisturbed, found).map((line) => `round ${total.rounds}: ${line}`),
        );
      }
      tell(
        `round ${total.rounds}: ${total.kills} kills (${momentsOf(total)}), ${total.faults.length - before} faults`,
      );
      for (const fault of total.faults.slice(before)) tell(`  ${fault}`);
    }
    return total;
  } finally {
    await stage.place.remove();
  }
}

/** How many kills fell into what. */
export function momentsOf({ moments: found }: KillCount): string {
  return Object.entries(found)
    .map(([moment, kills]) => `${moment} ${kills}`)
    .join(', ');
}

const dayNow = () => new Date().toISOString().slice(0, 10);
const sizeOf = (dump: Dump) => [...dump.values()].reduce((sum, rows) => sum + rows.length, 0);

async function playRound(
  stage: Stage,
  chance: Chance | null,
  most: number,
  total: KillCount,
): Promise<Dump> {
  const place = await stage.place.copy();
  const sink = await openMailSink();
  const env = { ...place.env, SMTP_URL: sink.url, MAIL_FROM: 'portal@example.test' };
  const keeper = keepPortal(env);
  const store = place.open();
  const scene: Scene = { store, keeper, stage, env, folder: place.folder };
  let over = false;
  try {
    await keeper.address();
    const killing = chance ? killAtRandom(scene, chance, most, total, () => over) : null;
    try {
      const commandKills = await play(scene, chance && chanceOf(chance.whole(0, 2 ** 31)));
      total.kills += commandKills;
      if (commandKills > 0) total.moments.command = (total.moments.command ?? 0) + commandKills;
    } catch (error) {
      throw new Error(`${String(error)}: ${await openWork(store)}`, { cause: error });
    } finally {
      over = true;
      await killing;
    }
    await settle(store);
    await keeper.close();
    total.faults.push(...(await leftovers(store, place.env.UPLOADS_FOLDER)));
    total.letters += await countLetters(store, sink.received, total);
    return await dumpStore(store.read);
  } finally {
    over = true;
    await keeper.close();
    await store.close();
    await sink.close();
    await place.remove();
  }
}

async function killAtRandom(
  { store, keeper }: Scene,
  chance: Chance,
  most: number,
  total: KillCount,
  isOver: () => boolean,
): Promise<void> {
  for (let kills = 0; kills < most; kills += 1) {
    await keeper.address();
    if (chance.next() < AIMED) await becomesBusy(store, isOver);
    await sleep(chance.whole(0, DEEPEST_MS));
    if (isOver()) return;
    await keeper.kill();
    total.kills += 1;
    const moment = await momentOf(store);
    total.moments[moment] = (total.moments[moment] ?? 0) + 1;
  }
}

/** Waits until the worker is at something. */
async function becomesBusy(store: Store, isOver: () => boolean): Promise<void> {
  const began = performance.now();
  while (!isOver() && performance.now() - began < LONGEST_WAIT_MS) {
    if ((await momentOf(store)) !== 'between') return;
    await sleep(5);
  }
}

/** What of the work has not come to a good end, for the message of a round that never ended. */
async function openWork({ read }: Store): Promise<string> {
  const rows = await read.select().from(work).where(ne(work.state, 'done'));
  return JSON.stringify(
    rows.map(({ kind, state, attempts, error }) => ({ kind, state, attempts, error })),
  );
}

const SETTLED_WITHIN_MS = 60_000;

/**
 * What the last kill cut short, or what was asked for once more because nobody had seen that it was done already, is
 * taken up by the server as it starts: it has a lease's time, and that of the work, to come to an end.
 */
async function settle(store: Store): Promise<void> {
  for (let waited = 0; waited < SETTLED_WITHIN_MS; waited += 200) {
    const running = await store.read.$count(jobRuns, eq(jobRuns.state, 'running'));
    if (running === 0 && (await countOpenWork(store)) === 0) return;
    await sleep(200);
  }
}

function countOpenWork({ read }: Store): Promise<number> {
  return read.$count(work, inArray(work.state, ['waiting', 'running']));
}

/** Whatever was begun and not ended, half stored, or broken. */
async function leftovers(store: Store, folder: string): Promise<string[]> {
  const { read } = store;
  const faults: string[] = [];
  const none = (what: string, found: number) => {
    if (found > 0) faults.push(`${found} ${what}`);
  };
  const open = await countOpenWork(store);
  none(`pieces of work never ended: ${open > 0 ? await openWork(store) : ''}`, open);
  none('runs of jobs never ended', await read.$count(jobRuns, eq(jobRuns.state, 'running')));
  none('reports half read', await read.$count(reports, eq(reports.state, 'staging')));
  none(
    'letters stuck',
    await read.$count(mails, inArray(mails.state, ['queued', 'sending', 'failed'])),
  );
  const chain = await verifyChain(read);
  if (chain.brokenAt !== null) faults.push(`the audit trail breaks at ${chain.brokenAt}`);
  for (const { sha256 } of await read.select({ sha256: uploads.sha256 }).from(uploads)) {
    const path = join(folder, sha256.slice(0, 2), sha256);
    const isWhole =
      existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
    if (!isWhole) faults.push(`the file ${sha256} is not whole`);
  }
  const wrong = readdirSync(folder, { recursive: true }).filter(
    (name) =>
      typeof name === 'string' && !/^(drafts(\/\w+)?|[0-9a-f]{2}(\/[0-9a-f]{64})?)$/.test(name),
  );
  none('files that are no uploads', wrong.length);
  return faults;
}

/** Letters in the outbox, each of which has to have arrived; those that arrived twice are counted. */
async function countLetters(store: Store, received: string[], total: KillCount): Promise<number> {
  const rows = await store.read.select({ id: mails.id }).from(mails).where(eq(mails.state, 'sent'));
  const known = new Set(rows.map(({ id }) => `<${id}@mainstay>`));
  const arrived = new Set(received);
  const lost = [...known].filter((id) => !arrived.has(id));
  const foreign = [...arrived].filter((id) => !known.has(id));
  if (lost.length > 0) total.faults.push(`${lost.length} letters were lost`);
  if (foreign.length > 0) total.faults.push(`${foreign.length} letters that nobody wrote`);
  total.repeated += received.length - arrived.size;
  return known.size;
}
