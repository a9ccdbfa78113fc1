import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Tx } from '~db/store.server';
import { findInvitation, type Invitation } from './invitation-queries.server';

/** An invitation within the scope that nobody has accepted, held still until the transaction ends. */
export async function lockInvitation(
  tx: Tx,
  act: Act,
  vendorId: number,
  invitationId: number,
): Promise<Outcome<Invitation>> {
  await tx.lockRow('vendor_invitations', 'id', invitationId);
  const invitation = await findInvitation(tx, act.scope, vendorId, invitationId);
  if (!invitation) return refused('not_found');
  return invitation.acceptedAt === null ? done(invitation) : refused('invitation_accepted');
}
