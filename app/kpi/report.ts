import { done, refused, type Outcome } from '~/shared/outcome';

/** The life of a report. `staging`: being read; `discarded`: thrown away by its sender before it was decided. */
export const reportStates = [
  'staging',
  'draft',
  'submitted',
  'changes_requested',
  'accepted',
  'superseded',
  'discarded',
] as const;
export type ReportState = (typeof reportStates)[number];

/** What the list may show; being read and drafts are one state to the reader. */
export const listedStates = [
  'draft',
  'submitted',
  'changes_requested',
  'accepted',
  'superseded',
] as const;

export const reportChannels = ['file', 'paste', 'command', 'api'] as const;
export type ReportChannel = (typeof reportChannels)[number];

/** Characters of what is said to one finding or one cell. */
export const LONGEST_COMMENT = 2000;

type Draft = { state: ReportState; errorCount: number; readingCount: number };

/** A report is submitted once: read, without errors, and with something in it. */
export function checkSubmittable({ state, errorCount, readingCount }: Draft): Outcome {
  if (state === 'staging') return refused('report_being_read');
  if (state !== 'draft') return refused('report_not_draft', { state });
  if (errorCount > 0) return refused('report_has_errors', { count: errorCount });
  return readingCount === 0 ? refused('report_is_empty') : done();
}

/** A report is taken back by the vendor that brought it, while nobody has decided on it. */
export function checkWithdrawable(
  { state }: { state: ReportState },
  { isOwn }: { isOwn: boolean },
): Outcome {
  if (!isOwn) return refused('not_found');
  return state === 'submitted' ? done() : refused('report_not_submitted', { state });
}

/** What becomes of reports that wait for review when another one of their months is sent. */
export const waitingChoices = ['replace', 'keep'] as const;
export type WaitingChoice = (typeof waitingChoices)[number];

/** Why a report goes on waiting beside another: the other side brought it, or it holds figures that only it has. */
export type WaitingStay = 'other_side' | 'more_figures';

/**
 * Whether the sender's choice can be followed: it has to be made where a report that waits may give way, and nothing takes
 * the place of those that all stay.
 */
export function checkWaitingChoice(
  beside: readonly { stays: WaitingStay | null }[],
  choice: WaitingChoice | null,
): Outcome {
  const replaceable = beside.filter(({ stays }) => stays === null).length;
  if (choice === null && replaceable > 0)
    return refused('report_waits', { count: replaceable }, 'waiting');
  if (choice === 'replace' && beside.length > 0 && replaceable === 0)
    return refused('report_stays', { count: beside.length });
  return done();
}

/** A report that was sent back can be answered as it is: its sender stands by the figures. */
export function checkAnswerable({ state }: { state: ReportState }): Outcome {
  return state === 'changes_requested' ? done() : refused('report_not_returned', { state });
}

/**
 * Who decides on a submitted report: never the person who sent it. A report sent by a program or by the command line has
 * no sender among the people.
 */
export function checkDecidable(
  report: { state: ReportState; submittedBy: number | null },
  personId: number | null,
): Outcome {
  if (report.state !== 'submitted') return refused('report_not_submitted', { state: report.state });
  return personId !== null && personId === report.submittedBy ? refused('same_person') : done();
}

/** What can still be thrown away by its sender. */
export function isDiscardable(state: ReportState): boolean {
  return state === 'draft' || state === 'changes_requested' || state === 'staging';
}
