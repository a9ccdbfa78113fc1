import { z } from 'zod';
import { languages } from '~/locales/languages';
import { isTimeZone } from '~/shared/calendar';
import { choice, field, optionalText, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { roles, type Role } from './permission';

/** An address in lower case: nobody signs in twice by two spellings. */
const emailField = field((text) => {
  if (text === '') return { code: 'required' };
  const address = text.toLowerCase();
  return z.email().safeParse(address).success && address.length <= 254
    ? { value: address }
    : { code: 'not_an_email' };
});

/** A time zone of the IANA database, `UTC` where nothing is said. */
const timeZoneField = field((text) => {
  if (text === '') return { value: 'UTC' };
  return isTimeZone(text) ? { value: text } : { code: 'not_a_time_zone' };
});

const languageField = field((text) => {
  const language = text === '' ? 'en' : languages.find((known) => known === text);
  return language ? { value: language } : { code: 'not_a_choice' };
});

/** What is said of a person: `vendor` is a vendor's code (outsiders), `reach` a market's (insiders; empty is everything). */
export const personFields = z.object({
  email: emailField,
  name: requiredText(120),
  role: choice(roles),
  vendor: optionalText(40),
  reach: optionalText(40),
  locale: languageField,
  timeZone: timeZoneField,
});
export type PersonFields = z.output<typeof personFields>;

/** What people say of themselves. */
export const accountFields = personFields.pick({ name: true, locale: true, timeZone: true });
export type AccountFields = z.output<typeof accountFields>;

/** An address for which a link is asked. */
export const requestFields = z.object({ email: emailField });

/**
 * A name as it is told apart from others: one case and one width, without accents, spaces, signs and what nobody sees, and
 * with the letters of other scripts that look like Latin ones as these.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return [...plain].map((letter) => LOOKALIKES[letter] ?? letter).join('');
}

/** Cyrillic and Greek letters that are read as Latin ones. */
const LOOKALIKES: Record<string, string> = {
  ...{ а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', о: 'o', р: 'p' },
  ...{ ѕ: 's', т: 't', у: 'y', х: 'x', α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p' },
  ...{ τ: 't', υ: 'u', χ: 'x', ı: 'i' },
};

/** A vendor's person belongs to one vendor, nobody else to any; who is outside has no reach. */
export function checkSide(fields: Pick<PersonFields, 'role' | 'vendor' | 'reach'>): Outcome {
  if (fields.role === 'vendor') {
    if (fields.vendor === null) return refused('vendor_required', {}, 'vendor');
    return fields.reach === null ? done() : refused('reach_of_outsider', {}, 'reach');
  }
  if (fields.vendor !== null) return refused('vendor_of_insider', {}, 'vendor');
  return fields.role === 'reviewer' && fields.reach !== null
    ? refused('reach_of_reviewer', {}, 'reach')
    : done();
}

export type Standing = { id: number; role: Role; active: boolean };

/**
 * Whether a person may be given another role or be deactivated (`after`): nobody does so to himself, and one active
 * administrator must remain.
 */
export function checkStanding(
  person: Standing,
  after: Pick<Standing, 'role' | 'active'>,
  by: { personId: number | null; activeAdministrators: number },
): Outcome {
  const ownself = person.id === by.personId;
  if (ownself && person.role !== after.role) return refused('own_role', {}, 'role');
  if (ownself && !after.active) return refused('own_account');
  const wasOne = person.active && person.role === 'administrator';
  const isOne = after.active && after.role === 'administrator';
  return wasOne && !isOne && by.activeAdministrators <= 1
    ? refused('last_administrator', {}, 'role')
    : done();
}
