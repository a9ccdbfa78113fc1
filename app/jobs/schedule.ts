/**
 * When each job is due, as cron expressions in UTC. All are safe to run twice and look back over days on which
 * nothing ran, so a server that was off runs the latest missed slot and has caught up.
 */
export const schedule = {
  remind: '0 6 * * *',
  chase: '10 6 * * *',
  'remind-dates': '20 6 * * *',
  'chase-actions': '45 6 * * *',
  checks: '25 6 * * *',
  reassess: '35 6 * * *',
  screen: '15 * * * *',
  evaluate: '30 * * * *',
  cases: '40 * * * *',
  settle: '45 * * * *',
  propose: '50 * * * *',
  'plan-reviews': '35 5 * * *',
  'freeze-packs': '40 5 * * *',
  'remind-reviews': '30 6 * * *',
  'review-records': '35 * * * *',
  rates: '20 5 * * *',
  clear: '55 3 * * *',
  'deliver-mail': '* * * * *',
} as const;

export type JobName = keyof typeof schedule;
export const jobNames = Object.keys(schedule) as JobName[];

/**
 * What a job builds on: it waits until the due slots of these have ended, on whatever server, so that nothing is
 * concluded from what is half evaluated.
 */
export const buildsOn: Partial<Record<JobName, readonly JobName[]>> = {
  cases: ['evaluate'],
  'freeze-packs': ['evaluate', 'settle'],
  settle: ['evaluate'],
  propose: ['evaluate', 'cases'],
};

export function isJobName(name: string): name is JobName {
  return name in schedule;
}

export const runStates = ['running', 'done', 'failed'] as const;

/** The error of a run that died with its server and was not taken up, because a later slot has done its work. */
export const INTERRUPTED = 'interrupted';

/** What a run did, by kind. */
export type JobCounts = Record<string, number>;
