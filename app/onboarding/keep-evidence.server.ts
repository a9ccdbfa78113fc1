import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { choice, optionalText, readFields, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { websiteField } from '~/vendors/vendor-fields';
import { randomId } from '~db/columns';
import { checkEvidence } from '~db/schema/diligence';
import type { Store } from '~db/store.server';
import { moveCheck } from './check-event.server';
import { findCheck } from './check-queries.server';
import { hasSettled, mayWorkOutside } from './due-diligence';

const evidenceKinds = ['link', 'note'] as const;

const evidenceFields = z
  .object({
    kind: choice(evidenceKinds),
    title: requiredText(200),
    url: websiteField(),
    note: optionalText(4000),
  })
  .superRefine(({ kind, url, note }, context) => {
    if (kind === 'link' && url === null)
      context.addIssue({ code: 'custom', message: 'required', path: ['url'] });
    if (kind === 'note' && note === null)
      context.addIssue({ code: 'custom', message: 'required', path: ['note'] });
  });

/** Adds what a check rests on: where it can be read, or what was seen. */
export async function addEvidence(
  store: Store,
  act: Act,
  checkId: number,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(evidenceFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    const may = act.scope.kind === 'grants' ? mayWorkOutside(found.check) : done();
    if (!may.ok) return may;
    await tx.insert(checkEvidence).values({
      id: randomId(),
      checkId,
      ...fields.value,
      addedBy: personIdOf(act),
      addedAt: act.now.toISOString(),
    });
    const begins = found.check.state === 'not_started';
    await moveCheck(tx, act, found.check, begins ? { state: 'in_progress' } : {}, {
      kind: 'evidence_added',
      text: fields.value.title,
    });
    return done();
  });
}

/**
 * Takes evidence out again, as long as no result rests on it: neither one that waits for its sign-off nor one that stands
 * (`check_settled`). Somebody outside takes out the own alone. The trail keeps what it said.
 */
export async function removeEvidence(
  store: Store,
  act: Act,
  checkId: number,
  evidenceId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const found = await findCheck(tx, act.scope, checkId);
    if (!found) return refused('not_found');
    if (found.check.state === 'awaiting_sign_off') return refused('check_waits');
    if (hasSettled(found.check)) return refused('check_settled');
    const isOutside = act.scope.kind === 'grants';
    const may = isOutside ? mayWorkOutside(found.check) : done();
    if (!may.ok) return may;
    const [removed] = await tx
      .delete(checkEvidence)
      .where(
        and(
          eq(checkEvidence.id, evidenceId),
          eq(checkEvidence.checkId, checkId),
          isOutside ? eq(checkEvidence.addedBy, personIdOf(act) ?? 0) : undefined,
        ),
      )
      .returning();
    if (!removed) return refused('not_found');
    await record(tx, act, {
      action: 'evidence.removed',
      entity: 'evidence',
      entityId: evidenceId,
      vendorId: found.check.vendorId,
      before: removed,
    });
    await moveCheck(tx, act, found.check, {}, { kind: 'evidence_removed', text: removed.title });
    return done();
  });
}
