import { done, refused, type Outcome } from '~/shared/outcome';
import { creditStates } from '~/sla/credit-state';

/*
 * A credit line is what a contract gives us for one month. Its amount is spread over states, and what happens to it moves
 * an amount from one state to another: the states together are always what the contract gives.
 */
export type CreditState = (typeof creditStates)[number];

/** What of a line stands in which state, in minor units. */
export type CreditBalances = Readonly<Record<CreditState, number>>;

/** The word for a move in the ledger. */
export type MoveWord =
  | 'claimed'
  | 'accepted'
  | 'disputed'
  | 'dispute_upheld'
  | 'dispute_rejected'
  | 'waived'
  | 'expired'
  | 'applied'
  | 'reduced';

export type Move = { word: MoveWord; from: CreditState; to: CreditState; amount: number };

/** Who moves a line: a manager or procurement on our side, the vendor, or the clock. */
export type CreditParty = 'manager' | 'procurement' | 'vendor' | 'clock';

type Rule = {
  by: CreditParty;
  from: readonly CreditState[];
  to: CreditState;
  word: MoveWord;
  /** A text has to come with it. */
  text?: 'reason' | 'invoiceNumber';
};

/**
 * Who may do what. Whoever claimed an amount does not rule on its dispute. A ruling is final: upheld, the amount is
 * waived; rejected, it counts as accepted.
 */
const RULES = {
  claim: { by: 'manager', from: ['calculated'], to: 'claimed', word: 'claimed' },
  accept: { by: 'vendor', from: ['claimed'], to: 'accepted', word: 'accepted' },
  dispute: { by: 'vendor', from: ['claimed'], to: 'disputed', word: 'disputed', text: 'reason' },
  uphold_dispute: {
    by: 'manager',
    from: ['disputed'],
    to: 'waived',
    word: 'dispute_upheld',
    text: 'reason',
  },
  reject_dispute: {
    by: 'manager',
    from: ['disputed'],
    to: 'accepted',
    word: 'dispute_rejected',
    text: 'reason',
  },
  waive: {
    by: 'manager',
    from: ['calculated', 'claimed'],
    to: 'waived',
    word: 'waived',
    text: 'reason',
  },
  apply: {
    by: 'procurement',
    from: ['accepted'],
    to: 'applied',
    word: 'applied',
    text: 'invoiceNumber',
  },
  expire: { by: 'clock', from: ['calculated'], to: 'expired', word: 'expired' },
} as const satisfies Record<string, Rule>;

export type CreditAction = keyof typeof RULES;
export const creditActions = Object.keys(RULES) as CreditAction[];

/** What the rules look at. `claimUntil` is the last day for a claim, null without a limit. */
export type CreditLine = {
  balances: CreditBalances;
  claimUntil: string | null;
  /** Who claimed last: somebody else rules on the dispute. */
  claimedBy: number | null;
};

export type CreditStep = {
  by: CreditParty;
  personId: number | null;
  /** The day of the act, `YYYY-MM-DD`. */
  asOf: string;
  text?: string;
};

/** Characters of an invoice's number. */
export const LONGEST_NUMBER = 100;

/**
 * The moves by which somebody does something to a line. Refused: not this party's (`credit_not_yours`), nothing in that
 * state (`credit_nothing_to_move`), no reason or invoice (`required`), a claim after its deadline (`claim_too_late`) or
 * an expiry before it (`claim_not_over`), a ruling by whoever claimed (`credit_needs_another`).
 */
export function moveCredit(
  line: CreditLine,
  action: CreditAction,
  step: CreditStep,
): Outcome<Move[]> {
  const rule: Rule = RULES[action];
  if (rule.by !== step.by) return refused('credit_not_yours');
  const moves = rule.from
    .filter((from) => line.balances[from] !== 0)
    .map((from): Move => ({ word: rule.word, from, to: rule.to, amount: line.balances[from] }));
  if (moves.length === 0) return refused('credit_nothing_to_move', { state: rule.from[0] ?? null });
  const until = line.claimUntil;
  const isLate = until !== null && step.asOf > until;
  if (action === 'claim' && isLate) return refused('claim_too_late', { until });
  if (action === 'expire' && !isLate) return refused('claim_not_over', { until });
  if (rule.text && (step.text ?? '').trim() === '') return refused('required', {}, rule.text);
  const isRuling = action === 'uphold_dispute' || action === 'reject_dispute';
  if (isRuling && line.claimedBy !== null && line.claimedBy === step.personId)
    return refused('credit_needs_another');
  return done(moves);
}

/** What somebody may do to a line on a day, for a page to offer. */
export function actionsOpenTo(line: CreditLine, step: Omit<CreditStep, 'text'>): CreditAction[] {
  return creditActions.filter((action) => moveCredit(line, action, { ...step, text: action }).ok);
}

/** True where a line can be claimed, or accepted, on a day: what a list lets tick. */
export function isOpenTo(
  { claimUntil, ...balances }: CreditBalances & { claimUntil: string | null },
  action: 'claim' | 'accept',
  asOf: string,
): boolean {
  const by = RULES[action].by;
  return moveCredit({ balances, claimUntil, claimedBy: null }, action, { by, personId: null, asOf })
    .ok;
}

export const nothing: CreditBalances = {
  calculated: 0,
  claimed: 0,
  accepted: 0,
  applied: 0,
  disputed: 0,
  waived: 0,
  expired: 0,
};

/** The balances after moves; their sum stays as it was. */
export function afterMoves(balances: CreditBalances, moves: readonly Move[]): CreditBalances {
  const after = { ...balances };
  for (const { from, to, amount } of moves) {
    after[from] -= amount;
    after[to] += amount;
  }
  return after;
}

/** What we have put to the vendor and not given up is in one of these states. */
export const imposedStates = ['claimed', 'disputed', 'accepted', 'applied'] as const;
/** What was taken off an invoice. */
export const paidStates = ['applied'] as const;
/** What was given up or claimed too late. */
export const lostStates = ['waived', 'expired'] as const;

function heldIn(balances: CreditBalances, states: readonly CreditState[]): number {
  return states.reduce((sum, state) => sum + balances[state], 0);
}

/** What all states hold together: what the contract gives. */
export const contracted = (balances: CreditBalances) => heldIn(balances, creditStates);
export const imposed = (balances: CreditBalances) => heldIn(balances, imposedStates);
export const paid = (balances: CreditBalances) => heldIn(balances, paidStates);
export const lost = (balances: CreditBalances) => heldIn(balances, lostStates);
/** What of a line was paid and is still to be given back: an accepted amount below zero waits for its statement. */
export const owedBack = ({ accepted }: Pick<CreditBalances, 'accepted'>) => Math.max(0, -accepted);

/** The order in which a lower amount is taken off what has not been paid. */
const LOWERED_FIRST = ['claimed', 'disputed', 'accepted'] as const;
const LOWERED_LAST = ['waived', 'expired'] as const;

/**
 * What a period evaluated again does to a line. A higher amount is there to be claimed. A lower one goes at once off what
 * was claimed, disputed and accepted; what was paid already is owed back, as an accepted amount below zero; only then is
 * what we gave up lowered. What an earn-back returns in a month without a credit is owed back likewise.
 */
export function levellingMoves(balances: CreditBalances): Move[] {
  let short = Math.max(0, -balances.calculated);
  const moves: Move[] = [];
  const lower = (to: CreditState, most: number) => {
    const amount = Math.min(short, Math.max(0, most));
    if (amount === 0) return;
    short -= amount;
    moves.push({ word: 'reduced', from: 'calculated', to, amount: -amount });
  };
  for (const state of LOWERED_FIRST) lower(state, balances[state]);
  lower('accepted', balances.applied - owedBack(balances));
  for (const state of LOWERED_LAST) lower(state, balances[state]);
  lower('accepted', short);
  return moves;
}

/**
 * True where a line is lower by an earn-back alone: the newest of its ledger's entries, as far as they add up to the
 * change, are all earn-backs.
 */
export function isEarnedBack(
  newestFirst: readonly { kind: string; amountMinor: number }[],
  change: number,
): boolean {
  let rest = change;
  for (const { kind, amountMinor } of newestFirst) {
    if (rest === 0) break;
    if (kind !== 'earn_back') return false;
    rest -= amountMinor;
  }
  return change < 0 && rest === 0;
}

/** Where a line stands, as one word: what is still to be done about it comes before what is done. */
export function leadingState(balances: CreditBalances): CreditState {
  const open = (['calculated', 'disputed', 'claimed', 'accepted'] as const).find(
    (state) => balances[state] !== 0,
  );
  if (open) return open;
  const over = (['applied', 'waived', 'expired'] as const).filter((state) => balances[state] !== 0);
  return over.reduce<CreditState>(
    (most, state) => (Math.abs(balances[state]) > Math.abs(balances[most]) ? state : most),
    'calculated',
  );
}

/** The move by which an agreed amount is taken off an invoice: as much of it as still waits for one. */
export function applyingMove(balances: CreditBalances, amount: number): Move[] {
  const waiting = balances.accepted;
  const isOpposed = Math.sign(waiting) !== Math.sign(amount);
  const size = isOpposed ? 0 : Math.min(Math.abs(waiting), Math.abs(amount));
  if (size === 0) return [];
  return [{ word: 'applied', from: 'accepted', to: 'applied', amount: Math.sign(amount) * size }];
}
