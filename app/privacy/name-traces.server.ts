import { and, eq, getTableColumns, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { actions } from '~db/schema/actions';
import { caseEvents } from '~db/schema/cases';
import { amendments, contractSteps } from '~db/schema/contracts';
import { checkEvents } from '~db/schema/diligence';
import { earlierRankings, proposalCauses, proposals } from '~db/schema/fallback';
import { mails } from '~db/schema/notifications';
import { vendorChanges } from '~db/schema/self-service';
import { excusals } from '~db/schema/sla';
import { certificates } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { documentWithoutNames } from './erased-name';
import { deleteKeys } from './subject-keys.server';

/** Who is to be found: by what names, and where; `personId` where it is somebody who signs in. */
export type Named = { names: readonly string[]; vendorId: number | null; personId: number | null };

/** Columns that hold a name as text. `entity` names the record in the audit trail, whose key goes with the name. */
type Trace = {
  table: SQLiteTable;
  columns: readonly string[];
  where?: SQL | undefined;
  entity?: string;
};

/**
 * Replaces somebody's names and addresses in the texts that the portal wrote itself, and in the fields that ask for a
 * name. What people wrote in their own words stays, as do approvals and signatures of contracts.
 */
export async function replaceNames(tx: Tx, who: Named, instead: string): Promise<number> {
  let replaced = 0;
  for (const trace of tracesOf(tx, who)) replaced += await replaceIn(tx, trace, who.names, instead);
  return replaced;
}

function tracesOf(tx: Tx, { vendorId, personId }: Named): Trace[] {
  const ofVendor = (column: Parameters<typeof eq>[0]) =>
    vendorId === null ? undefined : eq(column, vendorId);
  const named: Trace[] = [
    { table: mails, columns: ['subject', 'body', 'params', 'attachments'] },
    {
      ...{ table: actions, columns: ['ownerName'], entity: 'action' },
      where: ofVendor(actions.vendorId),
    },
    {
      ...{ table: certificates, columns: ['holder'], entity: 'certificate' },
      where: ofVendor(certificates.vendorId),
    },
    {
      ...{ table: vendorChanges, columns: ['input'], entity: 'vendor_change' },
      where: and(eq(vendorChanges.kind, 'certificate'), ofVendor(vendorChanges.vendorId)),
    },
    { table: excusals, columns: ['agreedBy'], entity: 'excusal' },
    { table: caseEvents, columns: ['details'], where: eq(caseEvents.kind, 'excused') },
    {
      ...{ table: checkEvents, columns: ['text'] },
      where: inArray(checkEvents.kind, ['assigned', 'shared', 'unshared']),
    },
  ];
  return personId === null ? named : [...named, ...tracesOfPerson(tx, personId)];
}

/** Where the name of somebody who signs in stands beside its id. */
function tracesOfPerson(tx: Tx, personId: number): Trace[] {
  const asked = tx
    .select({ id: proposalCauses.proposalId })
    .from(proposalCauses)
    .where(eq(proposalCauses.personId, personId));
  return [
    {
      ...{ table: contractSteps, columns: ['personName'] },
      where: and(
        eq(contractSteps.personId, personId),
        inArray(contractSteps.step, ['submitted', 'returned']),
      ),
    },
    {
      ...{ table: amendments, columns: ['proposedByName'] },
      where: eq(amendments.proposedBy, personId),
    },
    {
      ...{ table: proposalCauses, columns: ['cause'] },
      where: eq(proposalCauses.personId, personId),
    },
    { table: proposals, columns: ['snapshot'], where: inArray(proposals.id, asked) },
    {
      ...{ table: earlierRankings, columns: ['snapshot'] },
      where: inArray(earlierRankings.proposalId, asked),
    },
  ];
}

async function replaceIn(
  tx: Tx,
  { table, columns, where, entity }: Trace,
  names: readonly string[],
  instead: string,
): Promise<number> {
  const all = getTableColumns(table);
  const key = all['id'] ? 'id' : 'sequence';
  const holds = columns.flatMap((name) =>
    names.map((text) => sql`lower(cast(${all[name]} as text)) like ${likeOf(text)} escape '\\'`),
  );
  const rows: Record<string, unknown>[] = await tx
    .select()
    .from(table)
    .where(and(where, or(...holds)));
  const changed = rows.flatMap((row) => {
    const after = Object.fromEntries(
      columns.map((name) => [name, documentWithoutNames(row[name], names, instead)]),
    );
    const differs = columns.some(
      (name) => JSON.stringify(after[name]) !== JSON.stringify(row[name]),
    );
    return differs ? [{ ...after, [key]: row[key] }] : [];
  });
  await tx.updateMany(table, { by: [key], set: columns }, changed);
  if (entity !== undefined)
    await deleteKeys(
      tx,
      changed.map((row) => ({ entity, entityId: String((row as Record<string, unknown>)[key]) })),
    );
  return changed.length;
}

/** Narrows the rows that are read; what JSON escapes in a name stands for anything. */
function likeOf(name: string): string {
  const plain = name.toLowerCase().replace(/[\\%_]/g, '\\$&');
  return `%${plain.replace(/[^\p{L}\p{N}@.\s\\%_-]|\p{Lu}/gu, '_')}%`;
}
