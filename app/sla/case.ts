import { done, refused, type Outcome } from '~/shared/outcome';
import type { Period } from '~/shared/period';
import { answerDueOn, disputableUntil, planDueOn } from './case-deadlines';
import { type CaseEvaluation, verification } from './case-verification';

/** Where the answer to a term's breaches stands. */
export const caseStates = [
  'open',
  'acknowledged',
  'plan_submitted',
  'plan_accepted',
  'verifying',
  'closed',
  'disputed',
  'excused',
  'waived',
] as const;
export type CaseState = (typeof caseStates)[number];

/** Who moves a case: the vendor it concerns, a manager on our side, or the clock, when a time has run out. */
export type CaseParty = 'vendor' | 'manager' | 'clock';

/** What a case needs to know to move. Days are `YYYY-MM-DD`. */
export type CaseFacts = {
  state: CaseState;
  /** The day on which its latest breach was opened. */
  lastBreachOn: string;
  /** The latest period that failed. */
  lastPeriod: Period;
  dueOn: string | null;
  planSubmittedOn: string | null;
  /** The last day of the plan's corrective steps: what it changed can be verified from then on. */
  correctedBy: string | null;
  verifyingSince: string | null;
  /** The manager who decided in it before: whoever rules on a dispute must be another. */
  deciderId: number | null;
};

/** What follows from a move: the new state, what is due next and when, and the word for the case's history. */
export type CaseChange = {
  state: CaseState;
  dueOn: string | null;
  event: CaseEvent;
  /** True when the case is over and the term's next breach opens a new one. */
  over: boolean;
};

export type CaseEvent =
  | 'acknowledged'
  | 'plan_submitted'
  | 'plan_accepted'
  | 'plan_returned'
  | 'plan_accepted_by_silence'
  | 'verifying'
  | 'closed'
  | 'disputed'
  | 'dispute_upheld'
  | 'dispute_rejected'
  | 'excused'
  | 'waived';

type Rule = {
  by: readonly CaseParty[];
  from: readonly CaseState[];
  to: CaseState;
  event: CaseEvent;
  /** A text has to come with it: evidence, a reason. */
  text?: 'evidence' | 'reason';
};

const UNDECIDED = ['open', 'acknowledged', 'plan_submitted', 'plan_accepted', 'verifying'] as const;

/**
 * Who may move a case from where to where. A plan is an acknowledgement in itself. A plan that is sent back, like a
 * dispute that is lost, leaves the vendor to write the next one. A dispute is ruled on before anything else is decided.
 */
const MOVES = {
  acknowledge: { by: ['vendor'], from: ['open'], to: 'acknowledged', event: 'acknowledged' },
  submit_plan: {
    by: ['vendor'],
    from: ['open', 'acknowledged'],
    to: 'plan_submitted',
    event: 'plan_submitted',
  },
  accept_plan: {
    by: ['manager'],
    from: ['plan_submitted'],
    to: 'plan_accepted',
    event: 'plan_accepted',
  },
  return_plan: {
    by: ['manager'],
    from: ['plan_submitted'],
    to: 'acknowledged',
    event: 'plan_returned',
    text: 'reason',
  },
  accept_by_silence: {
    by: ['clock'],
    from: ['plan_submitted'],
    to: 'plan_accepted',
    event: 'plan_accepted_by_silence',
  },
  verify: {
    by: ['manager', 'clock'],
    from: ['plan_accepted'],
    to: 'verifying',
    event: 'verifying',
  },
  close: { by: ['manager', 'clock'], from: ['verifying'], to: 'closed', event: 'closed' },
  dispute: {
    by: ['vendor'],
    from: ['open', 'acknowledged'],
    to: 'disputed',
    event: 'disputed',
    text: 'evidence',
  },
  uphold_dispute: {
    by: ['manager'],
    from: ['disputed'],
    to: 'excused',
    event: 'dispute_upheld',
    text: 'reason',
  },
  reject_dispute: {
    by: ['manager'],
    from: ['disputed'],
    to: 'acknowledged',
    event: 'dispute_rejected',
    text: 'reason',
  },
  excuse: { by: ['manager'], from: UNDECIDED, to: 'excused', event: 'excused', text: 'reason' },
  waive: { by: ['manager'], from: UNDECIDED, to: 'waived', event: 'waived', text: 'reason' },
} as const satisfies Record<string, Rule>;

export type CaseMove = keyof typeof MOVES;
export const caseMoves = Object.keys(MOVES) as CaseMove[];

/** Who moves the case, on which day, with the evidence or reason that some moves ask for. */
export type CaseStep = {
  by: CaseParty;
  personId: number | null;
  asOf: string;
  text?: string;
  /** The term's current evaluations: what closing looks at. */
  evaluations?: readonly CaseEvaluation[];
};

/** A case is over when it was closed, excused or waived. */
export function isOver(state: CaseState): boolean {
  return state === 'closed' || state === 'excused' || state === 'waived';
}

/**
 * Moves a case. Refused: not this party's move (`case_not_yours`), not from this state (`case_wrong_state`), no evidence
 * or reason (`evidence_required`, `reason_required`), a dispute after fourteen days (`dispute_too_late`), a ruling by
 * whoever decided before (`dispute_needs_another`), silence that has not lasted ten working days (`answer_not_overdue`),
 * a verification that the clock would begin before the corrective steps are over (`steps_not_over`), too few periods
 * passed to close (`not_verified`).
 */
export function moveCase(facts: CaseFacts, move: CaseMove, step: CaseStep): Outcome<CaseChange> {
  const rule: Rule = MOVES[move];
  if (!rule.by.includes(step.by)) return refused('case_not_yours', { move });
  if (!rule.from.includes(facts.state)) return refused('case_wrong_state', { state: facts.state });
  if (rule.text && (step.text ?? '').trim() === '')
    return refused(`${rule.text}_required`, {}, 'text');
  const obstacle = obstacleTo(facts, move, step);
  if (obstacle) return obstacle;
  return done({
    state: rule.to,
    dueOn: nextDue(facts, move, step.asOf),
    event: rule.event,
    over: isOver(rule.to),
  });
}

/** The moves open to somebody on the day, for a page to offer; evidence and reasons are asked for when they are made. */
export function movesOpenTo(facts: CaseFacts, step: Omit<CaseStep, 'text'>): CaseMove[] {
  return caseMoves.filter((move) => moveCase(facts, move, { ...step, text: move }).ok);
}

/**
 * What another failed period does to a case: one that was being verified goes back to the vendor for a new plan, any
 * other goes on as it was.
 */
export function afterBreach(
  facts: Pick<CaseFacts, 'state' | 'dueOn'>,
  asOf: string,
): Pick<CaseChange, 'state' | 'dueOn'> {
  return facts.state === 'verifying'
    ? { state: 'acknowledged', dueOn: planDueOn(asOf) }
    : { state: facts.state, dueOn: facts.dueOn };
}

function obstacleTo(facts: CaseFacts, move: CaseMove, step: CaseStep): Outcome<never> | null {
  switch (move) {
    case 'dispute': {
      const until = disputableUntil(facts.lastBreachOn);
      return step.asOf > until ? refused('dispute_too_late', { until }) : null;
    }
    case 'uphold_dispute':
    case 'reject_dispute':
      return facts.deciderId !== null && facts.deciderId === step.personId
        ? refused('dispute_needs_another')
        : null;
    case 'accept_by_silence': {
      const due = facts.planSubmittedOn && answerDueOn(facts.planSubmittedOn);
      return due && step.asOf > due ? null : refused('answer_not_overdue', { due });
    }
    case 'verify': {
      const until = facts.correctedBy;
      const tooSoon = step.by === 'clock' && until !== null && step.asOf <= until;
      return tooSoon ? refused('steps_not_over', { until }) : null;
    }
    case 'close': {
      const { passed, needed } = verification(facts, step.evaluations ?? []);
      return passed < needed ? refused('not_verified', { passed, needed }) : null;
    }
    default:
      return null;
  }
}

function nextDue(facts: CaseFacts, move: CaseMove, asOf: string): string | null {
  switch (move) {
    case 'acknowledge':
      return facts.dueOn;
    case 'submit_plan':
      return answerDueOn(asOf);
    case 'accept_plan':
    case 'accept_by_silence':
      return facts.correctedBy !== null && facts.correctedBy < asOf ? asOf : facts.correctedBy;
    case 'return_plan':
    case 'reject_dispute':
      return planDueOn(asOf);
    default:
      return null;
  }
}
