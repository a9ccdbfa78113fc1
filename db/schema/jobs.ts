import { date, id, index, instant, integer, json, ref, table, text, uniqueIndex } from '../columns';

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
    heartbeatAt: instant().notNull(),
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
    heartbeatAt: instant(),
    finishedAt: instant(),
  },
  (t) => [
    index('work_state').on(t.state, t.createdAt),
    index('work_person').on(t.personId, t.createdAt),
  ],
);
