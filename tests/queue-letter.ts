import { everything, type Act } from '~/auth/act';
import { queueMail } from '~/notifications/queue-mail.server';
import type { Store } from '~db/store.server';

/** Puts one letter into the outbox. */
export async function queueLetter(store: Store, now: Date): Promise<void> {
  const act: Act = { actor: { kind: 'command' }, now, scope: everything };
  const to = [{ personId: null, address: 'reader@example.test', locale: 'en' as const }];
  await store.transact((tx) => queueMail(tx, act, to, { template: 'reportDueSoon', params: {} }));
}
