import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { checkConfirmable } from './invitation';
import { mailAgain } from './invitation-letter.server';
import { findInvitation } from './invitation-queries.server';

/**
 * Lets an invitation go out that waits: one of the vendor's own people knows the invited, or a second person of ours stands
 * for it. Only now the letter is mailed and the person can sign in.
 */
export async function confirmInvitation(
  store: Store,
  act: Act,
  vendorId: number,
  invitationId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('vendor_invitations', 'id', invitationId);
    const invitation = await findInvitation(tx, act.scope, vendorId, invitationId);
    if (!invitation) return refused('not_found');
    const allowed = checkConfirmable(invitation, personIdOf(act), act.now.toISOString());
    if (!allowed.ok) return allowed;
    await tx.update(people).set({ active: true }).where(eq(people.id, invitation.personId));
    await mailAgain(tx, act, invitation, 'invitation.confirmed');
    return done();
  });
}
