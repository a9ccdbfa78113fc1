import { eq, max } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { contractVersions } from '~db/schema/contracts';
import type { Tx } from '~db/store.server';
import type { Contract } from './contract-queries.server';
import { wholeContract } from './whole-contract.server';

type Version = { effectiveFrom: string; reason: string | null; amendmentId: number | null };

/** Keeps what a contract says now as its next version, to be read for good. */
export async function keepVersion(
  tx: Tx,
  act: Act,
  contract: Contract,
  { effectiveFrom, reason, amendmentId }: Version,
): Promise<void> {
  await tx.insert(contractVersions).values({
    contractId: contract.id,
    version: (await latestVersionNumber(tx, contract.id)) + 1,
    document: await wholeContract(tx, act.scope, contract),
    createdAt: act.now.toISOString(),
    effectiveFrom,
    reason,
    amendmentId,
  });
}

/** A contract that was agreed before versions were kept has what it says now as its first. */
export async function keepFirstVersion(tx: Tx, act: Act, contract: Contract): Promise<void> {
  if ((await latestVersionNumber(tx, contract.id)) > 0) return;
  const first = { effectiveFrom: contract.startsOn, reason: null, amendmentId: null };
  await keepVersion(tx, act, contract, first);
}

async function latestVersionNumber(tx: Tx, contractId: number): Promise<number> {
  const [row] = await tx
    .select({ version: max(contractVersions.version) })
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contractId));
  return Number(row?.version ?? 0);
}
