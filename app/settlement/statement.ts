import { done, refused, type Outcome } from '~/shared/outcome';

/** Where a contract's month stands between both sides. A draft is ours alone. */
export const statementStates = ['draft', 'sent', 'disputed', 'agreed', 'settled'] as const;
export type StatementState = (typeof statementStates)[number];

export type StatementParty = 'ours' | 'procurement' | 'vendor';

type Rule = {
  by: readonly StatementParty[];
  from: readonly StatementState[];
  to: StatementState;
};

/** We send, the vendor agrees or says what is wrong, procurement settles what is agreed. */
const RULES = {
  send: { by: ['ours', 'procurement'], from: ['draft', 'disputed'], to: 'sent' },
  agree: { by: ['vendor'], from: ['sent'], to: 'agreed' },
  dispute: { by: ['vendor'], from: ['sent'], to: 'disputed' },
  settle: { by: ['procurement'], from: ['agreed'], to: 'settled' },
} as const satisfies Record<string, Rule>;

export type StatementAction = keyof typeof RULES;
const statementActions = Object.keys(RULES) as StatementAction[];

/** `text`: what is wrong with it, or the invoice that settles it. */
export type StatementStep = { by: StatementParty; text?: string };

/** What the steps look at. `feeOpen`: the fee follows a volume that has not been reported. */
export type StatementStanding = { state: StatementState; totalMinor: number; feeOpen: boolean };

/**
 * The state after a step. Refused: not this party's (`statement_not_yours`), not from this state
 * (`statement_wrong_state`), a fee whose volume was not reported yet (`statement_fee_open`), a dispute without a reason or something to pay without an invoice number (`required`).
 */
export function moveStatement(
  { state, totalMinor, feeOpen }: StatementStanding,
  action: StatementAction,
  { by, text }: StatementStep,
): Outcome<StatementState> {
  const rule: Rule = RULES[action];
  if (!rule.by.includes(by)) return refused('statement_not_yours');
  if (!rule.from.includes(state)) return refused('statement_wrong_state', { state });
  if (action === 'send' && feeOpen) return refused('statement_fee_open');
  const isEmpty = (text ?? '').trim() === '';
  if (action === 'dispute' && isEmpty) return refused('required', {}, 'reason');
  if (action === 'settle' && isEmpty && amountDue(totalMinor) > 0)
    return refused('required', {}, 'invoiceNumber');
  return done(rule.to);
}

/** The steps open to somebody, for a page to offer. */
export function stepsOpenTo(statement: StatementStanding, by: StatementParty): StatementAction[] {
  return statementActions.filter(
    (action) => moveStatement(statement, action, { by, text: '-' }).ok,
  );
}

/** True while new entries still go onto the statement. */
export function isOpen(state: StatementState): boolean {
  return state === 'draft' || state === 'disputed';
}

/** What is paid for a statement: a total below zero is carried over to the next one. */
export function amountDue(totalMinor: number): number {
  return Math.max(0, totalMinor);
}

export type StatementSums = {
  feeMinor: number;
  creditMinor: number;
  bonusMinor: number;
  /** Below zero. */
  penaltyMinor: number;
  correctionMinor: number;
};

/** What a month adds: fee, bonuses and corrections, less credits and penalties (below zero). */
export function movement(sums: StatementSums): number {
  return (
    sums.feeMinor + sums.creditMinor + sums.bonusMinor + sums.penaltyMinor + sums.correctionMinor
  );
}

/**
 * What the statements before leave for the next one: all that they added, less all that is paid for them. Below zero where
 * credits exceeded what was due; above it where a statement that was sent again grew after its successor had gone out.
 */
export function carriedOver(earlier: readonly (StatementSums & { totalMinor: number })[]): number {
  return earlier.reduce((left, each) => left + movement(each) - amountDue(each.totalMinor), 0);
}
