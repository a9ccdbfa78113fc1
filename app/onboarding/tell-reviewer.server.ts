import { personIdOf, type Act } from '~/auth/act';
import { personRecipients, queueMail } from '~/notifications/queue-mail.server';
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
  await queueMail(tx, act, await personRecipients(tx, [reviewerId]), {
    template: 'checkGiven',
    params: { vendor: name, link: `/checks/${id}` },
    vendorId,
  });
}
