import { and, eq } from 'drizzle-orm';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people, reviewGrants } from '~db/schema/auth';
import type { Tx } from '~db/store.server';
import { personIdOf, type Act } from './act';
import type { ReviewSubject } from './permission';

/** A single record that an outside reviewer may be given. */
export type Granted = { subject: ReviewSubject; recordId: number; vendorId: number };

/**
 * Lets an outside reviewer see one record and nothing else; given twice is given once. The caller has found the record
 * within the scope and writes the audit entry. Refused: a person who is no outside reviewer (`not_a_reviewer`).
 */
export async function grantReview(
  tx: Tx,
  act: Act,
  personId: number,
  granted: Granted,
): Promise<Outcome<{ name: string }>> {
  const [person] = await tx
    .select({ name: people.name, role: people.role, active: people.active })
    .from(people)
    .where(eq(people.id, personId));
  if (person?.role !== 'reviewer' || !person.active)
    return refused('not_a_reviewer', {}, 'reviewer');
  await tx
    .insert(reviewGrants)
    .values({
      personId,
      ...granted,
      grantedBy: personIdOf(act),
      grantedAt: act.now.toISOString(),
    })
    .onConflictDoNothing();
  return done({ name: person.name });
}

/** Takes a record away from an outside reviewer; null where it was not given. */
export async function revokeReview(
  tx: Tx,
  personId: number,
  { subject, recordId }: Pick<Granted, 'subject' | 'recordId'>,
): Promise<{ name: string } | null> {
  const [gone] = await tx
    .delete(reviewGrants)
    .where(
      and(
        eq(reviewGrants.personId, personId),
        eq(reviewGrants.subject, subject),
        eq(reviewGrants.recordId, recordId),
      ),
    )
    .returning({ personId: reviewGrants.personId });
  if (!gone) return null;
  const [person] = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, personId));
  return person ?? null;
}
