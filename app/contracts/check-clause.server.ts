import { and, eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { contractClauses, contractData } from '~db/schema/clauses';
import type { Store } from '~db/store.server';
import { checkDataRole } from './clause';
import { clauseCheckFields, contractDataFields } from './clause-fields';
import { findClause } from './clause-queries.server';
import { findContract } from './contract-queries.server';
import { latestText } from './keep-clause.server';

/** Records how a contract stands to a clause; it names the version of the model text that was current then. */
export async function checkClause(
  store: Store,
  act: Act,
  { contractId, clauseId }: { contractId: number; clauseId: number },
  input: unknown,
): Promise<Outcome> {
  const read = readFields(clauseCheckFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    const clause = await findClause(tx, clauseId);
    if (!contract || !clause) return refused('not_found');
    const own = and(
      eq(contractClauses.contractId, contractId),
      eq(contractClauses.clauseId, clauseId),
    );
    const [before] = await tx.select().from(contractClauses).where(own);
    const checked = {
      ...read.value,
      comparedWith: (await latestText(tx, clauseId))?.version ?? null,
      checkedAt: act.now.toISOString(),
      checkedBy: personIdOf(act),
    };
    if (before) await tx.update(contractClauses).set(checked).where(own);
    else
      await tx.insert(contractClauses).values({ id: randomId(), contractId, clauseId, ...checked });
    await record(tx, act, {
      action: 'contract.clause_checked',
      entity: 'contract',
      entityId: contractId,
      vendorId: contract.vendorId,
      before: before ? { clause: clause.code, ...before } : null,
      after: { clause: clause.code, ...read.value },
    });
    return done();
  });
}

/**
 * Says what data a contract's services handle, where, and on what ground it crosses borders. Refused where the contract
 * itself says otherwise: what role the vendor has for personal data is agreed there.
 */
export async function keepContractData(
  store: Store,
  act: Act,
  contractId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(contractDataFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    const agreed = checkDataRole(read.value.dataKind, contract.dataRole);
    if (!agreed.ok) return agreed;
    const [before] = await tx
      .select()
      .from(contractData)
      .where(eq(contractData.contractId, contractId));
    const said = { ...read.value, changedAt: act.now.toISOString() };
    await tx
      .insert(contractData)
      .values({ contractId, ...said })
      .onConflictDoUpdate({ target: contractData.contractId, set: said });
    await record(tx, act, {
      action: 'contract.data_described',
      entity: 'contract',
      entityId: contractId,
      vendorId: contract.vendorId,
      before: before ?? null,
      after: read.value,
    });
    return done();
  });
}
