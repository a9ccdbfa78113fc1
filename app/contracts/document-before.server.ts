import { and, desc, eq, lt } from 'drizzle-orm';
import { contractVersions } from '~db/schema/contracts';
import type { Reader } from '~db/store.server';
import type { Amendment } from './amendment-queries.server';

/** What a contract said before an approved amendment; null where it was not approved. */
export async function documentBefore(
  reader: Reader,
  { id, contractId }: Amendment,
): Promise<Record<string, unknown> | null> {
  const ofContract = eq(contractVersions.contractId, contractId);
  const [made] = await reader
    .select({ version: contractVersions.version })
    .from(contractVersions)
    .where(and(ofContract, eq(contractVersions.amendmentId, id)));
  if (!made) return null;
  const [before] = await reader
    .select({ document: contractVersions.document })
    .from(contractVersions)
    .where(and(ofContract, lt(contractVersions.version, made.version)))
    .orderBy(desc(contractVersions.version))
    .limit(1);
  return before?.document ?? null;
}
