import { and, asc, desc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { amendments, contracts, contractVersions } from '~db/schema/contracts';
import type { Reader } from '~db/store.server';

export type Amendment = typeof amendments.$inferSelect;

/** An amendment of a contract within the scope; null where it is not there. */
export async function findAmendment(
  reader: Reader,
  scope: Scope,
  contractId: number,
  amendmentId: number,
): Promise<Amendment | null> {
  const [row] = await reader
    .select({ amendment: amendments })
    .from(amendments)
    .innerJoin(contracts, eq(contracts.id, amendments.contractId))
    .where(
      and(
        eq(amendments.id, amendmentId),
        eq(amendments.contractId, contractId),
        withinScope(scope, contracts.vendorId),
      ),
    );
  return row?.amendment ?? null;
}

/** The amendments of a contract found within the scope, the latest first. */
export async function amendmentsOfContract(
  reader: Reader,
  contractId: number,
): Promise<Amendment[]> {
  return reader
    .select()
    .from(amendments)
    .where(eq(amendments.contractId, contractId))
    .orderBy(desc(amendments.number));
}

/** The versions of a contract found within the scope, in order, without their documents. */
export async function versionsOfContract(reader: Reader, contractId: number) {
  return reader
    .select({
      id: contractVersions.id,
      version: contractVersions.version,
      effectiveFrom: contractVersions.effectiveFrom,
      reason: contractVersions.reason,
      createdAt: contractVersions.createdAt,
    })
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contractId))
    .orderBy(asc(contractVersions.version));
}

/** One version of a contract found within the scope, with what it said. */
export async function findVersion(reader: Reader, contractId: number, versionId: number) {
  const [row] = await reader
    .select()
    .from(contractVersions)
    .where(and(eq(contractVersions.contractId, contractId), eq(contractVersions.id, versionId)));
  return row ?? null;
}
