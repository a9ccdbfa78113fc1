import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import type { Recipient } from '~/notifications/queue-mail.server';
import { done, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store, Tx } from '~db/store.server';
import { checkResendable } from './invitation';
import { askColleagues, mailAgain, noteInvitation } from './invitation-letter.server';
import { colleaguesOf, type Invitation } from './invitation-queries.server';
import { lockInvitation } from './lock-invitation.server';

/**
 * Mails a new link; the earlier one dies. An invitation that was revoked holds again, as a new one would: it waits where the
 * vendor has people of its own by now. It lets nobody in whom an administrator shut out.
 */
export async function resendInvitation(
  store: Store,
  act: Act,
  vendorId: number,
  invitationId: number,
): Promise<Outcome<{ waits: boolean }>> {
  return store.transact(async (tx) => {
    const found = await lockInvitation(tx, act, vendorId, invitationId);
    if (!found.ok) return found;
    const invitation = found.value;
    const allowed = checkResendable(invitation, act.now.toISOString());
    if (!allowed.ok) return allowed;
    const colleagues = invitation.revokedAt === null ? [] : await colleaguesOf(tx, vendorId);
    if (colleagues.length > 0) {
      await proposeAgain(tx, act, invitation, colleagues);
      return done({ waits: true });
    }
    await tx.update(people).set({ active: true }).where(eq(people.id, invitation.personId));
    await mailAgain(tx, act, invitation, 'invitation.sent_again');
    return done({ waits: false });
  });
}

async function proposeAgain(
  tx: Tx,
  act: Act,
  { id, vendorId, personId, vendorName, contact, email }: Invitation,
  colleagues: readonly Recipient[],
): Promise<void> {
  await tx
    .update(vendorInvitations)
    .set({ revokedAt: null, waitsSince: act.now.toISOString(), invitedBy: personIdOf(act) })
    .where(eq(vendorInvitations.id, id));
  const vendor = { id: vendorId, name: vendorName };
  await askColleagues(tx, act, vendor, { name: contact, email }, colleagues);
  await noteInvitation(tx, act, { id, vendorId, personId }, 'invitation.proposed');
}
