import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { findMail } from './mail-queries.server';

/** Puts a letter that failed or was kept back into the outbox. */
export async function sendAgain(store: Store, act: Act, mailId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    const mail = await findMail(tx, act.scope, mailId);
    if (!mail) return refused('not_found');
    if (mail.state !== 'failed' && mail.state !== 'kept') return refused('mail_not_failed');
    if (mail.body === '') return refused('mail_cleared');
    await tx
      .update(mails)
      .set({ state: 'queued', attempts: 0, nextAttemptAt: act.now.toISOString() })
      .where(eq(mails.id, mailId));
    await record(tx, act, {
      action: 'mail.queued_again',
      entity: 'mail',
      entityId: mailId,
      before: { state: mail.state },
      after: { state: 'queued' },
    });
    return done();
  });
}
