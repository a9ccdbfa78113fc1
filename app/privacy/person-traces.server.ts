import { and, eq, inArray, ne } from 'drizzle-orm';
import { people } from '~db/schema/auth';
import { caseEvents } from '~db/schema/cases';
import { amendments, contractSteps } from '~db/schema/contracts';
import { checkEvents } from '~db/schema/diligence';
import { earlierRankings, proposalCauses, proposals } from '~db/schema/fallback';
import { excusals } from '~db/schema/sla';
import type { Tx } from '~db/store.server';
import { deleteKeys } from './subject-keys.server';

/** Somebody who signs in: what names the person beside the number is found by the number. */
type Numbered = { id: number; name: string };

/**
 * Puts something else in place of the name of somebody who signs in where the portal wrote it beside the number. Approvals
 * and signatures of contracts keep it.
 */
export async function replaceNamesOfPerson(
  tx: Tx,
  person: Numbered,
  instead: string,
): Promise<void> {
  await inSteps(tx, person, instead);
  await inAgreed(tx, person, instead);
  await inProposals(tx, person, instead);
  await inChecks(tx, person, instead);
}

async function inSteps(tx: Tx, { id }: Numbered, instead: string): Promise<void> {
  await tx
    .update(contractSteps)
    .set({ personName: instead })
    .where(
      and(eq(contractSteps.personId, id), inArray(contractSteps.step, ['submitted', 'returned'])),
    );
  await tx.update(amendments).set({ proposedByName: instead }).where(eq(amendments.proposedBy, id));
}

/** Whoever decides a dispute stands as the one who agreed that the breach does not count. */
async function inAgreed(tx: Tx, { id, name }: Numbered, instead: string): Promise<void> {
  const agreed = await tx
    .update(excusals)
    .set({ agreedBy: instead })
    .where(and(eq(excusals.createdBy, id), eq(excusals.agreedBy, name)))
    .returning({ id: excusals.id });
  await deleteKeys(
    tx,
    agreed.map((excusal) => ({ entity: 'excusal', entityId: String(excusal.id) })),
  );
  const told = await tx
    .select({ id: caseEvents.id, details: caseEvents.details })
    .from(caseEvents)
    .where(and(eq(caseEvents.personId, id), eq(caseEvents.kind, 'excused')));
  const named = told.filter(({ details }) => details?.['agreedBy'] === name);
  await tx.updateMany(
    caseEvents,
    { by: ['id'], set: ['details'] },
    named.map((event) => ({ id: event.id, details: { ...event.details, agreedBy: instead } })),
  );
}

/** Who asked for a fallback proposal, in its causes and in the snapshots that hold them. */
async function inProposals(tx: Tx, { id }: Numbered, instead: string): Promise<void> {
  const asked = await tx
    .select({
      id: proposalCauses.id,
      proposalId: proposalCauses.proposalId,
      cause: proposalCauses.cause,
    })
    .from(proposalCauses)
    .where(eq(proposalCauses.personId, id));
  if (asked.length === 0) return;
  await tx.updateMany(
    proposalCauses,
    { by: ['id'], set: ['cause'] },
    asked.map((row) => ({ id: row.id, cause: unnamed(row.cause, id, instead) })),
  );
  const proposalIds = [...new Set(asked.map(({ proposalId }) => proposalId))];
  for (const [table, key] of [
    [proposals, proposals.id],
    [earlierRankings, earlierRankings.proposalId],
  ] as const) {
    const rows = await tx
      .select({ id: table.id, snapshot: table.snapshot })
      .from(table)
      .where(inArray(key, proposalIds));
    await tx.updateMany(
      table,
      { by: ['id'], set: ['snapshot'] },
      rows.map((row) => ({ id: row.id, snapshot: withoutAsker(row.snapshot, id, instead) })),
    );
  }
}

function withoutAsker(snapshot: Record<string, unknown>, personId: number, instead: string) {
  const { causes } = snapshot;
  if (!Array.isArray(causes)) return snapshot;
  return {
    ...snapshot,
    causes: causes.map((cause: Record<string, unknown>) => unnamed(cause, personId, instead)),
  };
}

function unnamed<Cause extends object>(cause: Cause, personId: number, instead: string): Cause {
  const isTheirs = 'personId' in cause && cause.personId === personId;
  return isTheirs ? { ...cause, personName: instead } : cause;
}

/** Who was given a due-diligence check: by name alone, so that a name which somebody else bears too stays. */
async function inChecks(tx: Tx, { id, name }: Numbered, instead: string): Promise<void> {
  const namesakes = await tx.$count(people, and(eq(people.name, name), ne(people.id, id)));
  if (namesakes > 0) return;
  await tx
    .update(checkEvents)
    .set({ text: instead })
    .where(
      and(
        inArray(checkEvents.kind, ['assigned', 'shared', 'unshared']),
        eq(checkEvents.text, name),
      ),
    );
}
