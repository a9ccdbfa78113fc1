import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { creditBalances, settlementTerms } from '~db/schema/settlement';
import { creditEntries, creditPeriods } from '~db/schema/sla';
import type { Reader, Store, Tx } from '~db/store.server';
import { claimHolidays } from './claim-holidays.server';
import { claimUntil, noClaimLimit, type ClaimTerms } from './claim-deadline';
import { levellingMoves, moveCredit } from './credit-line';
import { linesWhere, openMinor, type LoadedLine } from './load-lines.server';
import { writeMoves } from './write-moves.server';

const LINES_AT_ONCE = 200;
/** More months than any contract has. */
const MOST_MONTHS = 1200;

/** Lines that an evaluation changed since they were last looked at. */
const changedLines = or(
  isNull(creditBalances.contractId),
  ne(creditPeriods.issuedMinor, creditBalances.contractedMinor),
);

/**
 * Takes in what evaluations posted: deadlines for what can be claimed, and lower amounts taken off what was claimed,
 * accepted or paid. A second time finds nothing. Answers with the number of lines looked at.
 */
export async function levelCredits(
  tx: Tx,
  act: Act,
  asOf: string,
  contractIds?: readonly number[],
): Promise<number> {
  const of = contractIds && inArray(creditPeriods.contractId, [...contractIds]);
  let count = 0;
  for (;;) {
    const lines = await linesWhere(tx, and(changedLines, of), LINES_AT_ONCE);
    if (lines.length === 0) return count;
    const deadlines = await deadlinesOf(tx, lines);
    await writeMoves(
      tx,
      act,
      lines.map((line) => ({
        line,
        moves: levellingMoves(line.balances),
        claimUntil: deadlines(line),
      })),
      asOf,
    );
    count += lines.length;
  }
}

/** The same for all that an evaluation changed, at once after it, so that nobody's desk waits for the next settlement. */
export async function levelEvaluated(store: Store, now: Date, asOf: string): Promise<number> {
  const act: Act = { actor: { kind: 'job', job: 'evaluate' }, now, scope: everything };
  return store.transact((tx) => levelCredits(tx, act, asOf));
}

/** Lets amounts expire that nobody claimed in time. Answers with the number of lines. */
export async function expireCredits(tx: Tx, act: Act, asOf: string): Promise<number> {
  let count = 0;
  for (;;) {
    const lines = await linesWhere(
      tx,
      and(lt(creditBalances.claimUntil, asOf), gt(openMinor, 0)),
      LINES_AT_ONCE,
    );
    const changes = lines.flatMap((line) => {
      const moved = moveCredit(line, 'expire', { by: 'clock', personId: null, asOf });
      return moved.ok ? [{ line, moves: moved.value }] : [];
    });
    if (changes.length === 0) return count;
    await writeMoves(tx, act, changes, asOf);
    count += changes.length;
  }
}

async function deadlinesOf(reader: Reader, lines: readonly LoadedLine[]) {
  const ids = [...new Set(lines.map(({ month }) => month.contractId))];
  const agreed = await reader
    .select()
    .from(settlementTerms)
    .where(inArray(settlementTerms.contractId, ids));
  const termsOf = new Map<number, ClaimTerms>(agreed.map((row) => [row.contractId, row]));
  const holidaysOf = await claimHolidays(reader, ids, termsOf);
  const posted = await reader
    .select({
      contractId: creditEntries.contractId,
      period: creditEntries.period,
      firstOn: sql<string>`min(${creditEntries.asOf})`,
      lastOn: sql<string>`max(${creditEntries.asOf})`,
    })
    .from(creditEntries)
    .where(inArray(creditEntries.contractId, ids))
    .groupBy(creditEntries.contractId, creditEntries.period);
  const days = new Map(posted.map((row) => [`${row.contractId}/${row.period}`, row]));
  return ({ month }: LoadedLine): string | null => {
    const on = days.get(`${month.contractId}/${month.period}`);
    if (!on) return null;
    const terms = termsOf.get(month.contractId) ?? noClaimLimit;
    return claimUntil(terms, on, holidaysOf(month.contractId));
  };
}

/** Sets the deadlines of a contract's open credits anew, after its claim terms were changed. */
export async function redateCredits(
  tx: Tx,
  act: Act,
  asOf: string,
  contractId: number,
): Promise<void> {
  const lines = await linesWhere(
    tx,
    and(eq(creditPeriods.contractId, contractId), gt(openMinor, 0)),
    MOST_MONTHS,
  );
  if (lines.length === 0) return;
  const deadlines = await deadlinesOf(tx, lines);
  const dated = lines.map((line) => ({ line, moves: [], claimUntil: deadlines(line) }));
  await writeMoves(tx, act, dated, asOf);
}
