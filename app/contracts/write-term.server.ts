import { eq, inArray, sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import type { Tx } from '~db/store.server';
import type { TermPlace } from './library';
import { markStale } from './mark-stale.server';
import type { SlaTerm } from './sla-term';
import type { Term } from './term-queries.server';
import { storedDocument } from './term-record';
import { changeFrom } from './term-version';

type ContractOfTerm = { id: number; vendorId: number; startsOn: string };

/** Stores a new term with its first version. */
export async function insertTerm(
  tx: Tx,
  act: Act,
  contract: ContractOfTerm,
  term: SlaTerm,
  place: TermPlace,
  reason: string | null,
): Promise<number> {
  const [last] = await tx
    .select({ position: sql<number | null>`max(${slaTerms.position})` })
    .from(slaTerms)
    .where(eq(slaTerms.contractId, contract.id));
  const position = last?.position == null ? 0 : Number(last.position) + 1;
  const [inserted] = await tx
    .insert(slaTerms)
    .values({ contractId: contract.id, position, ...place })
    .returning({ id: slaTerms.id });
  if (!inserted) throw new Error('a term was not stored');
  await insertVersion(tx, act, inserted.id, 1, term, reason);
  await markStale(tx, [contract.id]);
  await record(tx, act, {
    action: 'term.added',
    entity: 'sla_term',
    entityId: inserted.id,
    vendorId: contract.vendorId,
    after: { contractId: contract.id, position, reason, term },
  });
  return inserted.id;
}

/** Stores what a term says from its date on; the versions before it end the day before. */
export async function writeVersion(
  tx: Tx,
  act: Act,
  contract: ContractOfTerm,
  before: Term,
  term: SlaTerm,
  reason: string | null,
): Promise<void> {
  const at = act.now.toISOString();
  const { shortened, replaced } = changeFrom(
    before.versions,
    term.effective_from,
    contract.startsOn,
  );
  for (const { id, effectiveTo } of shortened)
    await tx.update(slaTermVersions).set({ effectiveTo }).where(eq(slaTermVersions.id, id));
  if (replaced.length > 0)
    await tx
      .update(slaTermVersions)
      .set({ replacedAt: at })
      .where(inArray(slaTermVersions.id, replaced));
  const number = Math.max(...before.versions.map(({ version }) => version)) + 1;
  await insertVersion(tx, act, before.id, number, term, reason);
  await markStale(tx, [contract.id]);
  await record(tx, act, {
    action: 'term.changed',
    entity: 'sla_term',
    entityId: before.id,
    vendorId: contract.vendorId,
    before: before.versions.findLast((version) => version.replacedAt === null)?.term ?? null,
    after: { version: number, reason, term },
  });
}

async function insertVersion(
  tx: Tx,
  act: Act,
  termId: number,
  version: number,
  term: SlaTerm,
  reason: string | null,
): Promise<void> {
  await tx.insert(slaTermVersions).values({
    termId,
    version,
    effectiveFrom: term.effective_from,
    effectiveTo: term.effective_to,
    document: storedDocument(term),
    reason,
    createdAt: act.now.toISOString(),
    createdBy: personIdOf(act),
  });
}
