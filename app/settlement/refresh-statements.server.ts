import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { grouped } from '~/shared/grouped';
import { accountEntries, statementEntries, statements } from '~db/schema/settlement';
import type { Tx } from '~db/store.server';
import { carriedOver, isOpen, movement, type StatementSums } from './statement';

type Statement = typeof statements.$inferSelect;
const ROWS_AT_ONCE = 500;

/**
 * Puts the entries of contracts that stand on no statement yet onto the first one, from their own month on, that is not
 * sent, and brings the sums of those that are not sent up to date, what they carry over included.
 */
export async function refreshStatements(tx: Tx, contractIds: readonly number[]): Promise<void> {
  if (contractIds.length === 0) return;
  const all = await tx
    .select()
    .from(statements)
    .where(inArray(statements.contractId, [...contractIds]))
    .orderBy(asc(statements.contractId), asc(statements.period));
  if (!all.some(({ state }) => isOpen(state))) return;
  await placeEntries(tx, contractIds, all);
  const sums = await sumsOf(
    tx,
    all.filter(({ state }) => isOpen(state)),
  );
  const changed: Statement[] = [];
  for (const of of grouped(all, ({ contractId }) => contractId).values()) {
    const earlier: Statement[] = [];
    for (const statement of of) {
      const now = isOpen(statement.state) ? totalled(statement, sums, earlier) : statement;
      earlier.push(now);
      if (!isSame(statement, now)) changed.push(now);
    }
  }
  await tx.updateMany(
    statements,
    { by: ['id'], set: [...SUMS, 'carriedMinor', 'totalMinor'] },
    changed,
  );
}

const SUMS = ['feeMinor', 'creditMinor', 'bonusMinor', 'penaltyMinor', 'correctionMinor'] as const;

function totalled(
  statement: Statement,
  sums: ReadonlyMap<number, StatementSums>,
  earlier: readonly Statement[],
): Statement {
  const own = sums.get(statement.id) ?? noSums;
  const carriedMinor = carriedOver(earlier);
  return { ...statement, ...own, carriedMinor, totalMinor: carriedMinor + movement(own) };
}

const noSums: StatementSums = {
  feeMinor: 0,
  creditMinor: 0,
  bonusMinor: 0,
  penaltyMinor: 0,
  correctionMinor: 0,
};

function isSame(a: Statement, b: Statement): boolean {
  return a.carriedMinor === b.carriedMinor && SUMS.every((sum) => a[sum] === b[sum]);
}

async function placeEntries(
  tx: Tx,
  contractIds: readonly number[],
  all: readonly Statement[],
): Promise<void> {
  const waiting = await tx
    .select({
      id: accountEntries.id,
      contractId: accountEntries.contractId,
      period: accountEntries.period,
    })
    .from(accountEntries)
    .leftJoin(statementEntries, eq(statementEntries.entryId, accountEntries.id))
    .where(
      and(
        inArray(accountEntries.contractId, [...contractIds]),
        isNull(statementEntries.statementId),
      ),
    );
  const open = grouped(
    all.filter(({ state }) => isOpen(state)),
    ({ contractId }) => contractId,
  );
  const placed = waiting.flatMap((entry) => {
    const first = open.get(entry.contractId)?.find(({ period }) => period >= entry.period);
    return first ? [{ entryId: entry.id, statementId: first.id }] : [];
  });
  for (let from = 0; from < placed.length; from += ROWS_AT_ONCE)
    await tx.insert(statementEntries).values(placed.slice(from, from + ROWS_AT_ONCE));
}

async function sumsOf(
  tx: Tx,
  open: readonly Statement[],
): Promise<ReadonlyMap<number, StatementSums>> {
  const found = new Map<number, StatementSums>();
  const ids = open.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const rows = await tx
      .select({
        statementId: statementEntries.statementId,
        kind: accountEntries.kind,
        minor: sql<number>`sum(${accountEntries.amountMinor})`.mapWith(Number),
      })
      .from(statementEntries)
      .innerJoin(accountEntries, eq(accountEntries.id, statementEntries.entryId))
      .where(inArray(statementEntries.statementId, ids.slice(from, from + ROWS_AT_ONCE)))
      .groupBy(statementEntries.statementId, accountEntries.kind);
    for (const { statementId, kind, minor } of rows)
      found.set(statementId, { ...(found.get(statementId) ?? noSums), [`${kind}Minor`]: minor });
  }
  return found;
}
