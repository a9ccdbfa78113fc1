import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { alias } from '~db/columns';
import { people } from '~db/schema/auth';
import { manualEntries } from '~db/schema/settlement';
import type { Reader } from '~db/store.server';

const proposers = alias(people, 'proposers');
const deciders = alias(people, 'deciders');

function entries(reader: Reader) {
  return reader
    .select({ entry: manualEntries, proposer: proposers.name, decider: deciders.name })
    .from(manualEntries)
    .leftJoin(proposers, eq(proposers.id, manualEntries.proposedBy))
    .leftJoin(deciders, eq(deciders.id, manualEntries.decidedBy));
}

/** A bonus or penalty by hand with who proposed and who decided it; null out of scope. */
export async function findManualEntry(
  reader: Reader,
  scope: Scope,
  contractId: number,
  entryId: number,
) {
  const [row] = await entries(reader).where(
    and(
      eq(manualEntries.id, entryId),
      eq(manualEntries.contractId, contractId),
      withinScope(scope, manualEntries.vendorId),
    ),
  );
  return row ? { ...row.entry, proposer: row.proposer, decider: row.decider } : null;
}

/** Entries by hand that are read at once: more than a contract ever has. */
const MOST_ENTRIES = 200;

/** The bonuses and penalties by hand of a contract, the latest first. */
export async function manualEntriesOf(reader: Reader, scope: Scope, contractId: number) {
  const rows = await entries(reader)
    .where(
      and(eq(manualEntries.contractId, contractId), withinScope(scope, manualEntries.vendorId)),
    )
    .orderBy(desc(manualEntries.proposedAt), desc(manualEntries.id))
    .limit(MOST_ENTRIES);
  return rows.map(({ entry, proposer, decider }) => ({ ...entry, proposer, decider }));
}
