import { date, id, index, instant, integer, json, ref, table, text, uniqueIndex } from '../columns';

/** Who takes up jobs, work and letters: a server's worker thread or a command, while it shows life. */
export const runners = table('runners', {
  id: id(),
  seenAt: instant().notNull(),
  aliveUntil: instant().notNull(),
});

/** One run of a job. The slot is the time it was scheduled for: a slot runs once, on whichever server comes first. */
export const jobRuns = table(
  'job_runs',
  {
    id: id(),
    job: text().notNull(),
    slot: text().notNull(),
    asOf: date().notNull(),
    origin: text(['schedule', 'hand', 'command', 'demo']).notNull(),
    personId: ref(),
    state: text(['running', 'done', 'failed']).notNull(),
    startedAt: instant().notNull(),
    /** The runner that has this slot while it runs. */
    claimedBy: ref(),
    finishedAt: instant(),
    milliseconds: integer(),
    counts: json<Record<string, number>>(),
    error: text(),
  },
  (t) => [
    uniqueIndex('job_runs_slot').on(t.job, t.slot),
    index('job_runs_started').on(t.startedAt),
    index('job_runs_job').on(t.job, t.startedAt),
  ],
);

/** Long work that a person may leave and come back to, with its progress. */
export const work = table(
  'work',
  {
    id: id(),
    kind: text().notNull(),
    personId: ref(),
    vendorId: ref(),
    input: json<Record<string, unknown>>().notNull(),
    state: text(['waiting', 'running', 'done', 'failed']).notNull(),
    done: integer().notNull().default(0),
    total: integer(),
    result: json<Record<string, unknown>>(),
    error: text(),
    createdAt: instant().notNull(),
    /** The runner that does it. */
    claimedBy: ref(),
    /** How often it was begun. */
    attempts: integer().notNull().default(0),
    finishedAt: instant(),
  },
  (t) => [
    index('work_state').on(t.state, t.createdAt),
    index('work_person').on(t.personId, t.createdAt),
    index('work_vendor').on(t.vendorId, t.finishedAt),
  ],
);
