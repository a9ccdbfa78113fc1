import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, type Outcome } from '~/shared/outcome';
import { people, signInLinks } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store } from '~db/store.server';
import { checkRevocable } from './invitation';
import { noteInvitation, tellInviter } from './invitation-letter.server';
import { lockInvitation } from './lock-invitation.server';

/**
 * Takes an invitation back, once, or refuses one that waits: its link dies and the person can't sign in. Whoever made one that
 * somebody else refuses hears of it.
 */
export async function revokeInvitation(
  store: Store,
  act: Act,
  vendorId: number,
  invitationId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const found = await lockInvitation(tx, act, vendorId, invitationId);
    if (!found.ok) return found;
    const invitation = found.value;
    const isOwn = act.scope.kind === 'vendor';
    const allowed = checkRevocable(invitation, { isOwn }, act.now.toISOString());
    if (!allowed.ok) return allowed;
    await tx.delete(signInLinks).where(eq(signInLinks.personId, invitation.personId));
    await tx.update(people).set({ active: false }).where(eq(people.id, invitation.personId));
    await tx
      .update(vendorInvitations)
      .set({ revokedAt: act.now.toISOString() })
      .where(eq(vendorInvitations.id, invitationId));
    await noteInvitation(tx, act, invitation, 'invitation.revoked');
    if (invitation.waitsSince !== null) await tellInviter(tx, act, invitation);
    return done();
  });
}
