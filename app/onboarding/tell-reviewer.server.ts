import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { queueMail } from '~/notifications/queue-mail.server';
import { people } from '~db/schema/auth';
import type { Tx } from '~db/store.server';

type Given = { check: { id: number; vendorId: number }; vendor: { name: string } };

/** Writes to whom a check was given, inside or outside; not to somebody who takes it for themselves. */
export async function tellReviewer(
  tx: Tx,
  act: Act,
  { check: { id, vendorId }, vendor: { name } }: Given,
  reviewerId: number,
): Promise<void> {
  if (reviewerId === personIdOf(act)) return;
  const reviewers = await tx
    .select({ personId: people.id, address: people.email, locale: people.locale })
    .from(people)
    .where(and(eq(people.id, reviewerId), eq(people.active, true)));
  await queueMail(tx, act, reviewers, {
    template: 'checkGiven',
    params: { vendor: name, link: `/checks/${id}` },
    vendorId,
  });
}
