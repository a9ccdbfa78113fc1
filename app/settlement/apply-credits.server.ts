import { and, eq, sql } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { formatPeriod } from '~/shared/period';
import { accountEntries, statementEntries, type statements } from '~db/schema/settlement';
import type { Tx } from '~db/store.server';
import { applyingMove } from './credit-line';
import { loadLines } from './load-lines.server';
import { writeMoves } from './write-moves.server';

/** The credits of a statement that is settled count as applied against its invoice, as far as they are not yet. */
export async function applyCredits(
  tx: Tx,
  act: Act,
  { id, contractId, period }: Pick<typeof statements.$inferSelect, 'id' | 'contractId' | 'period'>,
  invoiceNumber: string,
): Promise<void> {
  const stated = await tx
    .select({
      period: accountEntries.period,
      minor: sql<number>`sum(${accountEntries.amountMinor})`.mapWith(Number),
    })
    .from(statementEntries)
    .innerJoin(accountEntries, eq(accountEntries.id, statementEntries.entryId))
    .where(and(eq(statementEntries.statementId, id), eq(accountEntries.kind, 'credit')))
    .groupBy(accountEntries.period);
  const lines = await loadLines(
    tx,
    everything,
    stated.map((each) => ({ contractId, period: each.period })),
  );
  const changes = lines.flatMap((line) => {
    const minor = stated.find((each) => each.period === line.month.period)?.minor ?? 0;
    const moves = applyingMove(line.balances, -minor);
    return moves.length === 0
      ? []
      : [{ line, moves, invoiceNumber: invoiceNumber || formatPeriod(period) }];
  });
  if (changes.length > 0) await writeMoves(tx, act, changes);
}
