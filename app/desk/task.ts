import { addBusinessDays } from '~/shared/calendar';
import type { Period } from '~/shared/period';

/** What can wait for somebody, in the order in which it goes first on the same day. */
export const taskKinds = [
  'report_overdue',
  'report_due',
  'report_returned',
  'report_errors',
  'report_draft',
  'breach_answer',
  'review_meeting',
  'review_sign',
  'review_record',
  'review_pack',
  'credit_answer',
  'statement_answer',
  'dispute_ruling',
  'plan_decision',
  'credit_ruling',
  'credit_claim',
  'manual_decision',
  'statement_settle',
  'report_review',
  'proposal_decision',
  'switch_step',
  'action_due',
  'scores_due',
  'reassessment_due',
  'company_returned',
  'company_fill',
  'company_submitted',
  'company_resubmitted',
  'company_grade',
  'change_confirm',
  'invitation_confirm',
  'contract_notice',
  'contract_ending',
  'certificate_ending',
  'certificate_missing',
  'screening_hit',
  'check_sign_off',
  'check_review',
  'check_expired',
  'sourcing_gap',
  'job_failed',
  'mail_failed',
  'person_locked',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something that waits for a person: the record to open, and by when. */
export type Task = {
  kind: TaskKind;
  key: string;
  href: string;
  /** `YYYY-MM-DD`; null where nothing sets a day. */
  dueOn: string | null;
  /** The month that it is about. */
  period: Period | null;
  /** The vendor or contract that stands for it in the list of its kind, where that is a list of those. */
  listed?: number;
  /** What its words need. */
  params: Record<string, string | number>;
};

/** Tasks of one kind that are not shown one by one. */
export type Fold = {
  kind: TaskKind;
  count: number;
  href: string;
  /** The most urgent of them. */
  first: Task;
  beside: boolean;
};
export type DeskRow = ({ task: Task; fold?: never } | { fold: Fold; task?: never }) & {
  key: string;
};

/** How many rows a desk has at most. */
export const DESK_ROWS = 10;

/** Working days within which what nobody has set a day for is usually answered, by kind. */
const USUAL_DAYS = {
  dispute_ruling: 10,
  report_returned: 5,
  report_review: 5,
  proposal_decision: 10,
} as const;

/** The day by which something that came in on a day is usually answered. */
export function usuallyBy(kind: keyof typeof USUAL_DAYS, cameOn: string): string {
  return addBusinessDays(cameOn, USUAL_DAYS[kind]);
}

/** The lists in which the tasks of a kind are found, all of them. */
const LISTS: Record<TaskKind, string> = {
  report_overdue: '/reports',
  report_due: '/reports',
  report_returned: '/reports?state=changes_requested',
  report_errors: '/reports?state=draft',
  report_draft: '/reports?state=draft',
  breach_answer: '/breaches?wait=vendor',
  review_meeting: '/reviews?state=frozen&state=meeting',
  review_sign: '/reviews?state=recorded',
  review_record: '/reviews?state=held',
  review_pack: '/reviews?state=frozen',
  credit_answer: '/credits?state=claimed',
  statement_answer: '/statements?state=sent',
  credit_ruling: '/credits?state=disputed',
  credit_claim: '/credits?state=calculated',
  manual_decision: '/contracts?due=manual_decision',
  statement_settle: '/statements?state=agreed',
  dispute_ruling: '/breaches?state=disputed',
  plan_decision: '/breaches?state=plan_submitted',
  report_review: '/reports?state=submitted',
  proposal_decision: '/fallback?state=open',
  switch_step: '/fallback?state=accepted&state=split',
  scores_due: '/assessments?mine=open',
  reassessment_due: '/vendors?due=reassessment_due',
  company_returned: '/company',
  company_fill: '/company',
  company_submitted: '/onboarding?stage=screening',
  company_resubmitted: '/onboarding?stage=screening',
  company_grade: '/onboarding?stage=screening',
  change_confirm: '/vendors?due=change_confirm',
  invitation_confirm: '/vendors?due=invitation_confirm',
  action_due: '/actions?state=overdue&state=open',
  contract_notice: '/contracts?due=contract_notice&sort=ends',
  contract_ending: '/contracts?due=contract_ending&sort=ends',
  certificate_ending: '/vendors?due=certificate_ending',
  certificate_missing: '/vendors?due=certificate_missing',
  screening_hit: '/screening?state=open',
  check_sign_off: '/checks?state=awaiting_sign_off',
  check_review: '/checks?reviewer=me',
  check_expired: '/checks?state=expired',
  sourcing_gap: '/fallback?candidates=none',
  job_failed: '/jobs?state=failed',
  mail_failed: '/mail?state=failed',
  person_locked: '/people',
};

/**
 * The rows of a desk: the most urgent first, at most ten. Where there are more tasks, kinds of which there are many show
 * their most urgent and fold the rest into one row, which leads to all of them.
 */
export function deskRows(tasks: readonly Task[], limit = DESK_ROWS): DeskRow[] {
  const ordered = [...tasks].sort(byUrgency);
  const byKind = new Map<TaskKind, Task[]>();
  for (const task of ordered) byKind.set(task.kind, [...(byKind.get(task.kind) ?? []), task]);
  const shown = new Map([...byKind].map(([kind, list]) => [kind, list.length]));
  for (;;) {
    const rows = [...byKind].flatMap(([kind, list]) => rowsOf(kind, list, shown.get(kind) ?? 0));
    if (rows.length <= limit) return rows.sort(rowsByUrgency);
    const largest = [...shown].reduce((most, each) => (each[1] > most[1] ? each : most));
    if (largest[1] === 0) return rows.sort(rowsByUrgency).slice(0, limit);
    // One shown less frees no row while the fold comes in its place: the first step takes two.
    const [kind, count] = largest;
    const isWhole = count === byKind.get(kind)?.length;
    shown.set(kind, Math.max(0, count - (isWhole ? 2 : 1)));
  }
}

function rowsOf(kind: TaskKind, tasks: readonly Task[], shown: number): DeskRow[] {
  const single = tasks.slice(0, shown).map((task) => ({ key: task.key, task }));
  const [first, ...others] = tasks.slice(shown);
  if (!first) return single;
  // A row for one alone is that one's own.
  if (others.length === 0) return [...single, { key: first.key, task: first }];
  const fold = {
    kind,
    count: tasks.length - shown,
    href: LISTS[kind],
    first,
    beside: shown > 0,
  };
  return [...single, { key: `fold:${kind}`, fold }];
}

type Urgency = Pick<Task, 'kind' | 'dueOn'>;

function byUrgency(a: Urgency, b: Urgency): number {
  const day = (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
  return day || taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind);
}

function rowsByUrgency(a: DeskRow, b: DeskRow): number {
  return (
    byUrgency(a.task ?? a.fold.first, b.task ?? b.fold.first) || Number(!!a.fold) - Number(!!b.fold)
  );
}

/** A thing and where, as one name in the reader's language. */
export function withPlace(name: string, place: string | null, locale: string): string {
  if (place === null) return name;
  return locale === 'zh-CN' ? `${name}（${place}）` : `${name} (${place})`;
}
