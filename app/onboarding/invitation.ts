import { requestFields } from '~/auth/person';
import { languages } from '~/locales/languages';
import { choice, requiredCapitals, requiredText } from '~/shared/fields';
import { anotherFirmField, countryField } from '~/vendors/vendor-fields';

export type InvitationState = 'accepted' | 'revoked' | 'expired' | 'sent';

/** How an invitation stands at an instant: accepted for good, else revoked, run out, or on its way. */
export function invitationState(
  invitation: { acceptedAt: string | null; revokedAt: string | null; expiresAt: string },
  now: string,
): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted';
  if (invitation.revokedAt !== null) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'sent';
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
