import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people, signInLinks } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store } from '~db/store.server';
import { noteInvitation } from './invitation-letter.server';
import { findInvitation } from './invitation-queries.server';

/** Takes an invitation back, or refuses one that waits: its link dies and the person can't sign in. */
export async function revokeInvitation(
  store: Store,
  act: Act,
  vendorId: number,
  invitationId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('vendor_invitations', 'id', invitationId);
    const invitation = await findInvitation(tx, act.scope, vendorId, invitationId);
    if (!invitation) return refused('not_found');
    if (invitation.acceptedAt !== null) return refused('invitation_accepted');
    await tx.delete(signInLinks).where(eq(signInLinks.personId, invitation.personId));
    await tx.update(people).set({ active: false }).where(eq(people.id, invitation.personId));
    await tx
      .update(vendorInvitations)
      .set({ revokedAt: act.now.toISOString() })
      .where(eq(vendorInvitations.id, invitationId));
    await noteInvitation(tx, act, invitation, 'invitation.revoked');
    return done();
  });
}
