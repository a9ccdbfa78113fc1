import { and, eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { findMarket, findService } from '~/vendors/library-queries.server';
import { randomId } from '~db/columns';
import { clauseRequirements } from '~db/schema/clauses';
import type { Store } from '~db/store.server';
import { requirementFields } from './clause-fields';
import { findClause, requirementsOfClause } from './clause-queries.server';

/** Says where a clause is required, or that it need not be after all; once for each service, market and kind of data. */
export async function addRequirement(
  store: Store,
  act: Act,
  clauseId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(requirementFields, input);
  if (!read.ok) return read;
  const { service: serviceId, market: marketId, fromData, effect, ...words } = read.value;
  return store.transact(async (tx) => {
    if (!(await findClause(tx, clauseId))) return refused('not_found');
    const wrong: Reason[] = [];
    if (serviceId !== null && !(await findService(tx, serviceId)))
      wrong.push({ code: 'not_a_choice', field: 'service' });
    if (marketId !== null && !(await findMarket(tx, act.scope, marketId)))
      wrong.push({ code: 'not_a_choice', field: 'market' });
    if (wrong.length > 0) return refusedFields(wrong);
    const there = (await requirementsOfClause(tx, clauseId)).some(
      ({ requirement }) =>
        requirement.serviceId === serviceId &&
        requirement.marketId === marketId &&
        requirement.fromData === fromData,
    );
    if (there) return refused('requirement_exists', {}, 'market');
    const requirement = {
      id: randomId(),
      clauseId,
      serviceId,
      marketId,
      fromData,
      isRequired: effect === 'required',
      ...words,
    };
    await tx
      .insert(clauseRequirements)
      .values({ ...requirement, createdAt: act.now.toISOString() });
    await record(tx, act, {
      action: 'clause.requirement_added',
      entity: 'clause',
      entityId: clauseId,
      after: requirement,
    });
    return done();
  });
}

/** Takes a requirement back: contracts are asked for the clause only where another still says so. */
export async function removeRequirement(
  store: Store,
  act: Act,
  clauseId: number,
  requirementId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const own = and(
      eq(clauseRequirements.id, requirementId),
      eq(clauseRequirements.clauseId, clauseId),
    );
    const [before] = await tx.select().from(clauseRequirements).where(own);
    if (!before) return refused('not_found');
    await tx.delete(clauseRequirements).where(own);
    await record(tx, act, {
      action: 'clause.requirement_removed',
      entity: 'clause',
      entityId: clauseId,
      before,
    });
    return done();
  });
}
