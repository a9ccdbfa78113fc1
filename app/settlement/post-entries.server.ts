import { personIdOf, type Act } from '~/auth/act';
import { chunks } from '~/shared/chunks';
import { randomId } from '~db/columns';
import { accountEntries } from '~db/schema/settlement';
import type { Tx } from '~db/store.server';
import { refreshStatements } from './refresh-statements.server';

export type NewEntry = Pick<
  typeof accountEntries.$inferInsert,
  'contractId' | 'vendorId' | 'period' | 'currency' | 'kind' | 'amountMinor' | 'source'
> & { reason?: string; personId?: number | null; secondPersonId?: number | null };

const ROWS_AT_ONCE = 500;

/** Posts entries to the account of contracts and puts them onto the statements that still take them; answers with their ids. */
export async function postEntries(
  tx: Tx,
  act: Act,
  entries: readonly NewEntry[],
  asOf: string,
): Promise<number[]> {
  if (entries.length === 0) return [];
  const postedAt = act.now.toISOString();
  const rows = entries.map((entry) => ({
    id: randomId(),
    personId: personIdOf(act),
    ...entry,
    postedAt,
    onDay: asOf,
  }));
  for (const some of chunks(rows, ROWS_AT_ONCE)) await tx.insert(accountEntries).values(some);
  await refreshStatements(tx, [...new Set(entries.map(({ contractId }) => contractId))]);
  return rows.map(({ id }) => id);
}
