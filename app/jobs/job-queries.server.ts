import { desc, eq, max } from 'drizzle-orm';
import { jobRuns } from '~db/schema/jobs';
import type { Reader } from '~db/store.server';

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

/** Runs, the newest first; of one job where it is named. */
export async function jobRunPage(
  reader: Reader,
  { job, limit, offset }: { job?: string; limit: number; offset: number },
): Promise<{ rows: JobRun[]; total: number }> {
  const condition = job === undefined ? undefined : eq(jobRuns.job, job);
  const rows = await reader
    .select()
    .from(jobRuns)
    .where(condition)
    .orderBy(desc(jobRuns.startedAt))
    .limit(limit)
    .offset(offset);
  return { rows, total: await reader.$count(jobRuns, condition) };
}
