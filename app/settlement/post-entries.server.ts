import { personIdOf, type Act } from '~/auth/act';
import { randomId } from '~db/columns';
import { accountEntries } from '~db/schema/settlement';
import type { Tx } from '~db/store.server';
import { refreshStatements } from './refresh-statements.server';

export type NewEntry = Pick<
  typeof accountEntries.$inferInsert,
  'contractId' | 'vendorId' | 'period' | 'currency' | 'kind' | 'amountMinor' | 'source'
> & { reason?: string; personId?: number | null; secondPersonId?: number | null };

const ROWS_AT_ONCE = 500;

/** Posts entries to the account of contracts and puts them onto the statements that still take them. */
export async function postEntries(
  tx: Tx,
  act: Act,
  entries: readonly NewEntry[],
  asOf: string,
): Promise<void> {
  if (entries.length === 0) return;
  const postedAt = act.now.toISOString();
  for (let from = 0; from < entries.length; from += ROWS_AT_ONCE)
    await tx.insert(accountEntries).values(
      entries.slice(from, from + ROWS_AT_ONCE).map((entry) => ({
        id: randomId(),
        personId: personIdOf(act),
        ...entry,
        postedAt,
        onDay: asOf,
      })),
    );
  await refreshStatements(tx, [...new Set(entries.map(({ contractId }) => contractId))]);
}
