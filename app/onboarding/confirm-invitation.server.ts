import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { done, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { checkConfirmable } from './invitation';
import { mailAgain } from './invitation-letter.server';
import { lockInvitation } from './lock-invitation.server';

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
    const found = await lockInvitation(tx, act, vendorId, invitationId);
    if (!found.ok) return found;
    const invitation = found.value;
    const allowed = checkConfirmable(invitation, personIdOf(act), act.now.toISOString());
    if (!allowed.ok) return allowed;
    await tx.update(people).set({ active: true }).where(eq(people.id, invitation.personId));
    await mailAgain(tx, act, invitation, 'invitation.confirmed');
    return done();
  });
}
