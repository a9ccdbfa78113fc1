import { and, asc, desc, eq, inArray, max } from 'drizzle-orm';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { jobRuns } from '~db/schema/jobs';
import type { Reader } from '~db/store.server';
import { jobNames, runStates } from './schedule';

export type JobRun = typeof jobRuns.$inferSelect;

/** The latest run of every job that has one. */
export async function lastRuns(reader: Reader): Promise<Map<string, JobRun>> {
  const latest = reader
    .select({ job: jobRuns.job, startedAt: max(jobRuns.startedAt).as('latest_at') })
    .from(jobRuns)
    .groupBy(jobRuns.job)
    .as('latest');
  const rows = await reader
    .select({ run: jobRuns })
    .from(jobRuns)
    .innerJoin(latest, eq(latest.job, jobRuns.job))
    .where(eq(jobRuns.startedAt, latest.startedAt));
  return new Map(rows.map(({ run }) => [run.job, run]));
}

type Sort = 'started';
type Filter = 'job' | 'state';
export type RunListQuery = ListQuery<Sort, Filter>;

export const runListSpec: ListSpec<Sort, Filter> = {
  sorts: ['started'],
  defaultSort: '-started',
  filters: { job: jobNames, state: runStates },
};

/** The runs asked for, and how many there are. */
export async function listRuns(
  reader: Reader,
  query: RunListQuery,
  window = pageWindow(query),
): Promise<{ rows: JobRun[]; total: number }> {
  const states = runStates.filter((state) => query.filters.state.includes(state));
  const condition = and(
    query.filters.job.length > 0 ? inArray(jobRuns.job, query.filters.job) : undefined,
    states.length > 0 ? inArray(jobRuns.state, states) : undefined,
  );
  const by = query.dir === 'asc' ? asc : desc;
  const rows = await reader
    .select()
    .from(jobRuns)
    .where(condition)
    .orderBy(by(jobRuns.startedAt), by(jobRuns.id))
    .limit(window.limit)
    .offset(window.offset);
  return { rows, total: await reader.$count(jobRuns, condition) };
}
