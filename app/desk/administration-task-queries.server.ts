import { desc, eq, gt } from 'drizzle-orm';
import { lastRuns } from '~/jobs/job-queries.server';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import type { Reader } from '~db/store.server';
import type { Task } from './task';

const MOST = 50;

/** What keeps the portal from running smoothly: jobs and letters that failed, people who are locked out. */
export async function administrationTasks(reader: Reader, machineNow: Date): Promise<Task[]> {
  return [
    ...(await failedJobs(reader)),
    ...(await failedMail(reader)),
    ...(await lockedPeople(reader, machineNow)),
  ];
}

const base = { dueOn: null, period: null };

async function failedJobs(reader: Reader): Promise<Task[]> {
  const runs = await lastRuns(reader);
  return [...runs.values()]
    .filter(({ state }) => state === 'failed')
    .map(({ id, job, error }) => ({
      ...base,
      kind: 'job_failed',
      key: `job:${id}`,
      href: `/jobs?job=${job}`,
      params: { job, error: error ?? '' },
    }));
}

async function failedMail(reader: Reader): Promise<Task[]> {
  const rows = await reader
    .select({ id: mails.id, subject: mails.subject, to: mails.toAddress })
    .from(mails)
    .where(eq(mails.state, 'failed'))
    .orderBy(desc(mails.createdAt))
    .limit(MOST);
  return rows.map(({ id, subject, to }) => ({
    ...base,
    kind: 'mail_failed',
    key: `mail:${id}`,
    href: `/mail/${id}`,
    params: { subject, to },
  }));
}

async function lockedPeople(reader: Reader, machineNow: Date): Promise<Task[]> {
  const rows = await reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(gt(people.lockedUntil, machineNow.toISOString()))
    .orderBy(people.name)
    .limit(MOST);
  return rows.map(({ id, name }) => ({
    ...base,
    kind: 'person_locked',
    key: `person:${id}`,
    href: `/people/${id}`,
    params: { person: name },
  }));
}
