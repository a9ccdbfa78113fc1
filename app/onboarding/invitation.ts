import { requestFields } from '~/auth/person';
import { languages } from '~/locales/languages';
import { choice, requiredCapitals, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { anotherFirmField, countryField } from '~/vendors/vendor-fields';

export type InvitationState =
  'accepted' | 'revoked' | 'waiting' | 'deactivated' | 'expired' | 'sent';

type Standing = {
  acceptedAt: string | null;
  revokedAt: string | null;
  waitsSince: string | null;
  expiresAt: string;
  personActive: boolean;
  /** Whether an administrator ended it, whatever became of the invitation since. */
  shutOut: boolean;
};

/**
 * How an invitation stands at an instant: accepted for good, else of no use because an administrator deactivated the invited,
 * revoked, waiting for a second person, run out, or on its way.
 */
export function invitationState(invitation: Standing, now: string): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted';
  if (invitation.shutOut) return 'deactivated';
  if (invitation.revokedAt !== null) return 'revoked';
  if (invitation.waitsSince !== null) return 'waiting';
  if (!invitation.personActive) return 'deactivated';
  return invitation.expiresAt <= now ? 'expired' : 'sent';
}

/**
 * Whether somebody may let a waiting invitation go out: one of the vendor's own people, or one of ours who did not invite;
 * never the invited. `personId` is null for what is no person.
 */
export function checkConfirmable(
  invitation: Standing & { invitedBy: number | null; personId: number },
  personId: number | null,
  now: string,
): Outcome {
  if (invitationState(invitation, now) !== 'waiting') return refused('invitation_not_waiting');
  const concerned = [null, invitation.invitedBy, invitation.personId];
  return concerned.includes(personId) ? refused('same_person') : done();
}

/**
 * Whether an invitation that nobody has accepted may be taken back: once, by us; the vendor's own people say no to one that
 * waits, and to nothing that is out. What an administrator ended stays ended until an administrator lets the person in again:
 * revoked and sent anew, the invitation would be a way around that.
 */
export function checkRevocable(
  invitation: Standing,
  { isOwn }: { isOwn: boolean },
  now: string,
): Outcome {
  const state = invitationState(invitation, now);
  if (state === 'revoked') return refused('invitation_revoked');
  if (isOwn && state !== 'waiting') return refused('invitation_not_waiting');
  return state === 'deactivated' ? refused('person_inactive') : done();
}

/**
 * Whether an invitation that nobody has accepted may be mailed again: not one that waits, nor to whom an administrator shut
 * out.
 */
export function checkResendable(invitation: Standing, now: string): Outcome {
  const state = invitationState(invitation, now);
  if (state === 'waiting') return refused('invitation_waits');
  return state === 'deactivated' ? refused('person_inactive') : done();
}

export type InvitationStep = 'confirm' | 'resend' | 'revoke';

/** What a page offers one of ours for an invitation; the vendor's own people say yes or no to one that waits. */
export function invitationSteps(
  state: InvitationState,
  { isInviter }: { isInviter: boolean },
): readonly InvitationStep[] {
  switch (state) {
    case 'waiting':
      return isInviter ? ['revoke'] : ['confirm', 'revoke'];
    case 'sent':
    case 'expired':
      return ['resend', 'revoke'];
    case 'revoked':
      return ['resend'];
    case 'deactivated':
    case 'accepted':
      return [];
  }
}

/** Whom to write to. */
export const inviteeFields = requestFields.extend({
  contact: requiredText(120),
  locale: choice(languages),
});

/** A vendor that is not registered yet, and whom to write to. */
export const newVendorFields = inviteeFields.extend({
  code: requiredCapitals(),
  name: requiredText(),
  country: countryField(),
  another: anotherFirmField(),
});
