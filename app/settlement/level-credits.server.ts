import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lt,
  ne,
  or,
  sql,
  type AnyColumn,
  type SQL,
} from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { creditBalances, settlementTerms } from '~db/schema/settlement';
import { creditEntries, creditPeriods } from '~db/schema/sla';
import type { Reader, Store, Tx } from '~db/store.server';
import { grouped } from '~/shared/grouped';
import { lastDay } from '~/shared/period';
import { claimHolidays } from './claim-holidays.server';
import { noSettlementTerms, type ClaimTerms } from '~/contracts/settlement-terms';
import { claimUntil } from './claim-deadline';
import { isEarnedBack, levellingMoves, moveCredit } from './credit-line';
import { linesWhere, openMinor, sameLine, type LoadedLine } from './load-lines.server';
import { writeMoves, type LineChange } from './write-moves.server';

const LINES_AT_ONCE = 200;
const CONTRACTS_AT_ONCE = 20;
/** More months than any contract has. */
const MOST_MONTHS = 1200;

/** Lines that an evaluation changed since they were last looked at. */
const changedLines = or(
  isNull(creditBalances.contractId),
  ne(creditPeriods.issuedMinor, creditBalances.contractedMinor),
);

/** Contracts whose lines are written in one transaction: after which of them, or these alone. */
type Reach = { after: number } | { of: readonly number[] };
type Written = { last: number | undefined; count: number };

/**
 * Takes in what evaluations posted: deadlines for what can be claimed, and lower amounts taken off what was claimed,
 * accepted or paid. Some contracts at a time, so that others write in between and what is done stays done; a second time
 * finds nothing. Answers with the number of lines looked at.
 */
export async function levelCredits(store: Store, act: Act, asOf: string): Promise<number> {
  const count = await inBatches(store, (tx, after) => levelLines(tx, act, asOf, { after }));
  await inBatches(store, (tx, after) => redateCredits(tx, act, asOf, { after }));
  return count;
}

/** The same for some contracts alone, within the transaction of whoever moves their credits or changes their terms. */
export async function levelCreditsOf(
  tx: Tx,
  act: Act,
  asOf: string,
  contractIds: readonly number[],
): Promise<void> {
  const reach = { of: contractIds };
  await levelLines(tx, act, asOf, reach);
  await redateCredits(tx, act, asOf, reach);
}

/** The same for all that an evaluation changed, at once after it, so that nobody's desk waits for the next settlement. */
export async function levelEvaluated(store: Store, now: Date, asOf: string): Promise<number> {
  const act: Act = { actor: { kind: 'job', job: 'evaluate' }, now, scope: everything };
  return levelCredits(store, act, asOf);
}

/** Lets amounts expire that nobody claimed in time, some contracts at a time. Answers with the number of lines. */
export async function expireCredits(store: Store, act: Act, asOf: string): Promise<number> {
  const unclaimed = and(lt(creditBalances.claimUntil, asOf), gt(openMinor, 0));
  const expired = (lines: LoadedLine[]) =>
    lines.flatMap((line) => {
      const moved = moveCredit(line, 'expire', { by: 'clock', personId: null, asOf });
      return moved.ok ? [{ line, moves: moved.value }] : [];
    });
  return inBatches(store, (tx, after) =>
    writeLines(tx, act, asOf, { condition: unclaimed, reach: { after }, changesOf: expired }),
  );
}

/** Contract after contract, some of them in each transaction, until there are none. */
async function inBatches(
  store: Store,
  write: (tx: Tx, after: number) => Promise<Written>,
): Promise<number> {
  let total = 0;
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after;
    const { last, count } = await store.transact((tx) => write(tx, from));
    total += count;
    after = last;
  }
  return total;
}

function levelLines(tx: Tx, act: Act, asOf: string, reach: Reach): Promise<Written> {
  return writeLines(tx, act, asOf, {
    condition: changedLines,
    reach,
    changesOf: async (lines) => {
      const deadlines = await deadlinesOf(tx, lines);
      const earnedBack = await earnedBackOf(tx, lines);
      return lines.map((line) => ({
        line,
        moves: levellingMoves(line.balances),
        claimUntil: deadlines(line),
        ...(earnedBack(line) && { source: 'earned_back' }),
      }));
    },
  });
}

/**
 * Writes what becomes of the lines that a condition finds, of some contracts, until it finds none. The contracts are locked
 * before the amounts are read, as by whoever else moves them: nothing that is written meanwhile is written over.
 */
async function writeLines(
  tx: Tx,
  act: Act,
  asOf: string,
  {
    condition,
    reach,
    changesOf,
  }: {
    condition: SQL | undefined;
    reach: Reach;
    changesOf: (lines: LoadedLine[]) => LineChange[] | Promise<LineChange[]>;
  },
): Promise<Written> {
  const seen = await tx
    .selectDistinct({ id: creditPeriods.contractId })
    .from(creditPeriods)
    .leftJoin(creditBalances, sameLine)
    .where(and(condition, within(reach, creditPeriods.contractId)))
    .orderBy(asc(creditPeriods.contractId))
    .limit(contractsIn(reach));
  const ids = seen.map(({ id }) => id);
  if (ids.length === 0) return { last: undefined, count: 0 };
  await tx.lockRow('contracts', 'id', ...ids);
  const locked = and(condition, inArray(creditPeriods.contractId, ids));
  let count = 0;
  for (;;) {
    const lines = await linesWhere(tx, locked, LINES_AT_ONCE);
    const changes = lines.length === 0 ? [] : await changesOf(lines);
    if (changes.length === 0) return { last: ids.at(-1), count };
    await writeMoves(tx, act, changes, asOf);
    count += changes.length;
  }
}

function within(reach: Reach, contractId: AnyColumn): SQL {
  return 'of' in reach ? inArray(contractId, [...reach.of]) : gt(contractId, reach.after);
}

function contractsIn(reach: Reach): number {
  return 'of' in reach ? reach.of.length : CONTRACTS_AT_ONCE;
}

/** Tells the lines that are lower for an earn-back alone: all that was posted since they were last looked at. */
async function earnedBackOf(reader: Reader, lines: readonly LoadedLine[]) {
  const ids = lines
    .filter(({ seenMinor }) => seenMinor !== null)
    .map(({ month }) => month.contractId);
  if (ids.length === 0) return () => false;
  const posted = await reader
    .select()
    .from(creditEntries)
    .where(inArray(creditEntries.contractId, [...new Set(ids)]))
    .orderBy(desc(creditEntries.postedAt));
  const entriesOf = grouped(posted, ({ contractId, period }) => `${contractId}/${period}`);
  return ({ month, seenMinor }: LoadedLine): boolean => {
    const entries = entriesOf.get(`${month.contractId}/${month.period}`) ?? [];
    return seenMinor !== null && isEarnedBack(entries, month.issuedMinor - seenMinor);
  };
}

async function deadlinesOf(reader: Reader, lines: readonly LoadedLine[]) {
  const ids = [...new Set(lines.map(({ month }) => month.contractId))];
  const agreed = await reader
    .select()
    .from(settlementTerms)
    .where(inArray(settlementTerms.contractId, ids));
  const termsOf = new Map<number, ClaimTerms>(agreed.map((row) => [row.contractId, row]));
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
  const counted = posted.flatMap(({ period, lastOn }) => [lastDay(period), lastOn]);
  const holidaysOf = await claimHolidays(reader, counted, termsOf);
  const days = new Map(posted.map((row) => [`${row.contractId}/${row.period}`, row]));
  return ({ month }: LoadedLine): string | null => {
    const on = days.get(`${month.contractId}/${month.period}`);
    if (!on) return null;
    const terms = termsOf.get(month.contractId) ?? noSettlementTerms;
    return claimUntil(terms, on, holidaysOf(month.contractId));
  };
}

/** Sets the deadlines of open credits anew where the claim terms of some contracts were changed since. */
async function redateCredits(tx: Tx, act: Act, asOf: string, reach: Reach): Promise<Written> {
  const changed = await tx
    .select({ id: settlementTerms.contractId })
    .from(settlementTerms)
    .where(and(eq(settlementTerms.dated, false), within(reach, settlementTerms.contractId)))
    .orderBy(asc(settlementTerms.contractId))
    .limit(contractsIn(reach));
  const ids = changed.map(({ id }) => id);
  if (ids.length === 0) return { last: undefined, count: 0 };
  // Terms that are approved meanwhile wait for the lock, and are found undated afterwards.
  await tx.lockRow('contracts', 'id', ...ids);
  const lines = await linesWhere(
    tx,
    and(inArray(creditPeriods.contractId, ids), gt(openMinor, 0)),
    ids.length * MOST_MONTHS,
  );
  if (lines.length > 0) {
    const deadlines = await deadlinesOf(tx, lines);
    const dated = lines.map((line) => ({ line, moves: [], claimUntil: deadlines(line) }));
    await writeMoves(tx, act, dated, asOf);
  }
  await tx
    .update(settlementTerms)
    .set({ dated: true })
    .where(inArray(settlementTerms.contractId, ids));
  return { last: ids.at(-1), count: lines.length };
}
