import { and, eq, inArray } from 'drizzle-orm';
import { actions } from '~db/schema/actions';
import { caseEvents, cases } from '~db/schema/cases';
import { contracts } from '~db/schema/contracts';
import { vendorChanges } from '~db/schema/self-service';
import { excusals } from '~db/schema/sla';
import { certificates } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { deleteKeys, type Subject } from './subject-keys.server';
import { subjectsNaming, type Named } from './trail-subjects.server';

/**
 * Puts something else in place of a name in the fields of the vendor's records that ask for one and hold nothing else, and
 * deletes the keys of what the audit trail keeps of these records. What is a part of a text stays: nobody can tell a name
 * from a word there.
 */
export async function replaceNames(tx: Tx, who: Named, instead: string): Promise<void> {
  const recorded = await subjectsNaming(tx, who);
  const replaced = [
    ...(await inFields(tx, who, instead)),
    ...(await inProposedCertificates(tx, who, instead)),
  ];
  await inStories(tx, who, instead);
  await deleteKeys(tx, [...recorded, ...replaced]);
}

const namesOf = ({ name, email }: Named) => (email === null ? [name] : [name, email]);

async function inFields(tx: Tx, who: Named, instead: string): Promise<Subject[]> {
  const { vendorId } = who;
  const names = namesOf(who);
  const owned = await tx
    .update(actions)
    .set({ ownerName: instead })
    .where(and(eq(actions.vendorId, vendorId), inArray(actions.ownerName, names)))
    .returning({ id: actions.id });
  const held = await tx
    .update(certificates)
    .set({ holder: instead })
    .where(and(eq(certificates.vendorId, vendorId), inArray(certificates.holder, names)))
    .returning({ id: certificates.id });
  const ofVendor = tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(eq(contracts.vendorId, vendorId));
  const agreed = await tx
    .update(excusals)
    .set({ agreedBy: instead })
    .where(and(inArray(excusals.contractId, ofVendor), inArray(excusals.agreedBy, names)))
    .returning({ id: excusals.id });
  return [...about('action', owned), ...about('certificate', held), ...about('excusal', agreed)];
}

/** The certificates that a vendor wants changed or added and we have to confirm. */
async function inProposedCertificates(tx: Tx, who: Named, instead: string): Promise<Subject[]> {
  const names = namesOf(who);
  const rows = await tx
    .select({ id: vendorChanges.id, input: vendorChanges.input })
    .from(vendorChanges)
    .where(and(eq(vendorChanges.vendorId, who.vendorId), eq(vendorChanges.kind, 'certificate')));
  const named = rows.flatMap(({ id, input }) =>
    input !== null && names.includes(input['holder'] ?? '')
      ? [{ id, input: { ...input, holder: instead } }]
      : [],
  );
  await tx.updateMany(vendorChanges, { by: ['id'], set: ['input'] }, named);
  return about('vendor_change', named);
}

/** What the stories of breaches say of who agreed that one does not count. */
async function inStories(tx: Tx, who: Named, instead: string): Promise<void> {
  const names = namesOf(who);
  const rows = await tx
    .select({ id: caseEvents.id, details: caseEvents.details })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(and(eq(cases.vendorId, who.vendorId), eq(caseEvents.kind, 'excused')));
  const named = rows.flatMap(({ id, details }) =>
    names.includes(String(details?.['agreedBy']))
      ? [{ id, details: { ...details, agreedBy: instead } }]
      : [],
  );
  await tx.updateMany(caseEvents, { by: ['id'], set: ['details'] }, named);
}

function about(entity: string, rows: readonly { id: number }[]): Subject[] {
  return rows.map(({ id }) => ({ entity, entityId: String(id) }));
}
