import { z } from 'zod';
import { choice, field, optionalText, optionalWhole, requiredText } from '~/shared/fields';
import { contactSides, contactRoles } from './contact';

const emailField = () =>
  field((text) => {
    if (text === '') return { value: null };
    return z.email().safeParse(text).success && text.length <= 254
      ? { value: text }
      : { code: 'not_an_email' };
  });

/** A person on our side or the vendor's; an escalation contact has a level, 1 to 3, the others none. */
export const contactFields = z
  .object({
    side: choice(contactSides),
    role: choice(contactRoles),
    level: optionalWhole({ min: 1, max: 3 }),
    name: requiredText(120),
    email: emailField(),
    phone: optionalText(40),
  })
  .superRefine((contact, context) => {
    if (contact.role === 'escalation' && contact.level === null)
      context.addIssue({ code: 'custom', message: 'level_missing', path: ['level'] });
    if (contact.email === null && contact.phone === null)
      context.addIssue({ code: 'custom', message: 'contact_unreachable', path: ['email'] });
  })
  .transform((contact) => ({
    ...contact,
    level: contact.role === 'escalation' ? contact.level : null,
  }));
