import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import type { Period } from '~/shared/period';
import { people } from '~db/schema/auth';
import { creditMoves } from '~db/schema/settlement';
import type { Reader } from '~db/store.server';
import { loadLines } from './load-lines.server';

/** A contract's credit of a month with the moves of its amount, in order; null out of scope. */
export async function findLine(reader: Reader, scope: Scope, contractId: number, period: Period) {
  const [line] = await loadLines(reader, scope, [{ contractId, period }]);
  if (!line) return null;
  const moves = await reader
    .select({
      id: creditMoves.id,
      move: creditMoves.move,
      fromState: creditMoves.fromState,
      toState: creditMoves.toState,
      amountMinor: creditMoves.amountMinor,
      at: creditMoves.at,
      reason: creditMoves.reason,
      invoiceNumber: creditMoves.invoiceNumber,
      person: people.name,
    })
    .from(creditMoves)
    .leftJoin(people, eq(people.id, creditMoves.personId))
    .where(and(eq(creditMoves.contractId, contractId), eq(creditMoves.period, period)))
    .orderBy(asc(creditMoves.id));
  return { line, moves };
}
