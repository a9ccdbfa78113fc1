import type { Reason } from '~/shared/outcome';

/** Shortest and longest password in characters; NIST SP 800-63B asks for length, not for kinds of characters. */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

const FEWEST_DIFFERENT = 5;
const GUESSED_FIRST = [
  'password',
  'passwort',
  'letmein',
  'welcome',
  'qwerty',
  'qwertz',
  'azerty',
  'administrator',
  'iloveyou',
  'changeme',
  'mainstay',
  'woaini',
];
const RUNS =
  '01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 98765432109876543210';

/** Whether more was typed than any password has, counted before the letters are looked at. */
export function isBeyondPassword(typed: string): boolean {
  return typed.length > 4 * PASSWORD_LENGTH.max;
}

/** A password as it is kept and compared: full-width and composed characters count as what they look like. */
export function comparedPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/**
 * Why a password can't be taken, or null: too short or long, too few different characters, made of a word that is
 * guessed first or of a run such as 123456, or of the person's own name or address.
 */
export function passwordReason(
  password: string,
  person: { email: string; name: string },
): Reason | null {
  const { min, max } = PASSWORD_LENGTH;
  if (isBeyondPassword(password))
    return { code: 'password_long', params: { max }, field: 'password' };
  const text = comparedPassword(password);
  if (text.length < min) return { code: 'password_short', params: { min }, field: 'password' };
  if (text.length > max) return { code: 'password_long', params: { max }, field: 'password' };
  if (new Set(text).size < FEWEST_DIFFERENT || !hasOwnPart(text.toLowerCase(), GUESSED_FIRST))
    return { code: 'password_common', field: 'password' };
  if (!hasOwnPart(text.toLowerCase(), personalWords(person)))
    return { code: 'password_personal', field: 'password' };
  return null;
}

const FEWEST_OWN = 6;

/** Whether enough is left of a password when the given words and plain runs of characters are taken away. */
function hasOwnPart(text: string, words: string[]): boolean {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '');
  return withoutRuns(rest).length >= FEWEST_OWN;
}

/** Runs of four or more characters that stand beside each other on a keyboard or in order. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    let length = 0;
    while (at + length < text.length && RUNS.includes(text.slice(at, at + length + 1))) length += 1;
    if (length < 4) rest += text.slice(at, at + Math.max(length, 1));
    at += Math.max(length, 1);
  }
  return rest;
}

function personalWords({ email, name }: { email: string; name: string }): string[] {
  return [...name.toLowerCase().split(/\s+/), ...email.toLowerCase().split(/[@.]/)].filter(
    (word) => word.length >= 3,
  );
}
