import { sql } from 'drizzle-orm';
import type { Change } from '~/audit/entry';
import { recordAll } from '~/audit/record.server';
import { dayOf, personIdOf, type Act } from '~/auth/act';
import { formatPeriod } from '~/shared/period';
import { creditPeriods } from '~db/schema/sla';
import { creditBalances, creditMoves } from '~db/schema/settlement';
import type { Tx } from '~db/store.server';
import { afterMoves, contracted, leadingState, type Move } from './credit-line';
import type { LoadedLine } from './load-lines.server';
import { postEntries, type NewEntry } from './post-entries.server';

export type LineChange = {
  line: LoadedLine;
  moves: readonly Move[];
  claimUntil?: string | null;
  reason?: string;
  invoiceNumber?: string;
  /** What the account says of where the amount comes from; the word of the first move where not given. */
  source?: string;
};

const ROWS_AT_ONCE = 200;

/**
 * Writes what happened to lines, by whomever and in the audit trail: their moves, what now stands in which state, and what
 * follows for the vendor's account.
 * What becomes accepted goes onto the next statement; what is applied was on one before.
 */
export async function writeMoves(
  tx: Tx,
  act: Act,
  changes: readonly LineChange[],
  asOf: string = dayOf(act.now),
): Promise<void> {
  for (let from = 0; from < changes.length; from += ROWS_AT_ONCE)
    await writeSome(tx, act, changes.slice(from, from + ROWS_AT_ONCE), asOf);
}

async function writeSome(tx: Tx, act: Act, changes: readonly LineChange[], asOf: string) {
  const at = act.now.toISOString();
  const personId = personIdOf(act);
  const moved = changes.flatMap(({ line, moves, reason, invoiceNumber }) =>
    moves.map((move) => ({
      ...keyOf(line),
      move: move.word,
      fromState: move.from,
      toState: move.to,
      amountMinor: move.amount,
      at,
      onDay: asOf,
      personId,
      reason: reason ?? null,
      invoiceNumber: invoiceNumber ?? null,
    })),
  );
  if (moved.length > 0) await tx.insert(creditMoves).values(moved);
  await tx
    .insert(creditBalances)
    .values(changes.map(balanceRow))
    .onConflictDoUpdate({
      target: [creditBalances.contractId, creditBalances.period],
      set: {
        contractedMinor: sql`excluded.contracted_minor`,
        claimedMinor: sql`excluded.claimed_minor`,
        acceptedMinor: sql`excluded.accepted_minor`,
        appliedMinor: sql`excluded.applied_minor`,
        disputedMinor: sql`excluded.disputed_minor`,
        waivedMinor: sql`excluded.waived_minor`,
        expiredMinor: sql`excluded.expired_minor`,
        claimUntil: sql`excluded.claim_until`,
      },
    });
  await writeStates(tx, changes);
  await recordAll(tx, act, changes.flatMap(auditEntry));
  await postEntries(tx, act, changes.flatMap(creditEntries), asOf);
}

/** What happened to a line, for the audit trail; nothing where its deadline alone was set anew. */
function auditEntry({ line, moves, reason, invoiceNumber }: LineChange): Change[] {
  const [first] = moves;
  if (!first) return [];
  const { contractId, vendorId, period, currency } = line.month;
  return [
    {
      action: `credit.${first.word}`,
      entity: 'credit',
      entityId: `${contractId}/${formatPeriod(period)}`,
      vendorId,
      before: { ...line.balances },
      after: {
        currency,
        moves: moves.map(({ from, to, amount }) => ({ from, to, amount })),
        ...(reason !== undefined && { reason }),
        ...(invoiceNumber !== undefined && { invoiceNumber }),
      },
    },
  ];
}

function keyOf({ month: { contractId, vendorId, period, currency } }: LoadedLine) {
  return { contractId, vendorId, period, currency };
}

function balanceRow({ line, moves, claimUntil }: LineChange) {
  const after = afterMoves(line.balances, moves);
  return {
    ...keyOf(line),
    contractedMinor: contracted(after),
    claimedMinor: after.claimed,
    acceptedMinor: after.accepted,
    appliedMinor: after.applied,
    disputedMinor: after.disputed,
    waivedMinor: after.waived,
    expiredMinor: after.expired,
    claimUntil: claimUntil === undefined ? line.claimUntil : claimUntil,
  };
}

/** The line's one word, where it changes, for lists and exports. */
async function writeStates(tx: Tx, changes: readonly LineChange[]): Promise<void> {
  const rows = changes.flatMap(({ line, moves }) => {
    const state = leadingState(afterMoves(line.balances, moves));
    return state === line.month.state ? [] : [{ ...line.month, state }];
  });
  if (rows.length === 0) return;
  await tx
    .insert(creditPeriods)
    .values(rows)
    .onConflictDoUpdate({
      target: [creditPeriods.contractId, creditPeriods.period],
      set: { state: sql`excluded.state` },
    });
}

/** What the vendor's account sees of a line: what was agreed, whether it was taken off an invoice yet or not. */
function creditEntries({ line, moves, reason, source }: LineChange): NewEntry[] {
  const agreed = moves.reduce((sum, { from, to, amount }) => {
    const isAgreed = (state: string) => state === 'accepted' || state === 'applied';
    return sum + (isAgreed(to) ? amount : 0) - (isAgreed(from) ? amount : 0);
  }, 0);
  if (agreed === 0) return [];
  return [
    {
      ...keyOf(line),
      kind: 'credit',
      amountMinor: -agreed,
      source: source ?? moves[0]?.word ?? 'accepted',
      ...(reason !== undefined && { reason }),
    },
  ];
}
