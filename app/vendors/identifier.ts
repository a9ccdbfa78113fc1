import { z } from 'zod';
import { choice, field } from '~/shared/fields';
import { done, refused, type Outcome, type Reason } from '~/shared/outcome';
import { passesVatCheck, vatForms, vatPrefix } from './vat-number';

/**
 * Numbers by which the world knows a firm: Legal Entity Identifier (ISO 17442), value added tax number of the European
 * Union, China's unified social credit code (GB 32100-2015), and the D-U-N-S number.
 */
export const identifierKinds = ['lei', 'vat', 'uscc', 'duns'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** An identifier in the one form in which it is kept and compared; `country` where the number names one. */
export type Identifier = { kind: IdentifierKind; value: string; country: string | null };

/** What each kind looks like; the first three are real numbers, the last is the publisher's own example. */
export const identifierExamples: Readonly<Record<IdentifierKind, string>> = {
  lei: '5493001KJTIIGC8Y1R12',
  vat: 'DE136695976',
  uscc: '91110000600037341L',
  duns: '150483782',
};

/** Letters and digits of GB 32100-2015 by their value: I, O, S, V and Z are not used. */
const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC_MODULUS = 31;

/** Spaces, hyphens, points and strokes between the signs, half-width capitals: `５４９３ 001k…` is `5493001K…`. */
function normaliseIdentifier(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}./·]/gu, '');
}

/**
 * Reads a number as people type or paste it. Refusals say what is wrong, each with an `example` of the right form:
 * `identifier_characters` with the signs that don't belong, `identifier_length` with what it has and needs,
 * `identifier_country` for an unknown prefix of a VAT number, `identifier_form` where letters and digits are in the
 * wrong places, `identifier_check` where the check digits contradict the rest.
 */
export function readIdentifier(kind: IdentifierKind, text: string): Outcome<Identifier> {
  const value = normaliseIdentifier(text);
  switch (kind) {
    case 'lei':
      return readLei(value);
    case 'vat':
      return readVat(value);
    case 'uscc':
      return readUscc(value);
    case 'duns':
      return readDuns(value);
  }
}

function readLei(value: string): Outcome<Identifier> {
  const wrong = strangeSigns('lei', value, /[A-Z\d]/) ?? wrongLength('lei', value, [20]);
  if (wrong) return wrong;
  if (!/^[A-Z\d]{18}\d{2}$/.test(value)) return refusal('identifier_form', 'lei');
  return passesMod97(value) ? keep('lei', value, null) : refusal('identifier_check', 'lei');
}

/** ISO 7064 MOD 97-10: letters count from 10, the whole leaves 1; check digits run from 02 to 98. */
function passesMod97(value: string): boolean {
  const check = Number(value.slice(-2));
  const rest = [...value].reduce((sum, sign) => {
    const figure = parseInt(sign, 36);
    return (sum * (figure > 9 ? 100 : 10) + figure) % 97;
  }, 0);
  return rest === 1 && check >= 2 && check <= 98;
}

function readVat(value: string): Outcome<Identifier> {
  const prefix = vatPrefix(value);
  const form = vatForms[prefix];
  const strange = strangeSigns('vat', value, /[A-Z\d+*]/, form?.example);
  if (strange) return strange;
  if (!form) return refusal('identifier_country', 'vat', { value: value.slice(0, 2) });
  const number = value.slice(2);
  const { lengths, pattern, example, country } = form;
  const wrong = wrongLength(
    'vat',
    value,
    lengths.map((length) => length + 2),
    example,
  );
  if (wrong) return wrong;
  if (!pattern.test(number)) return refusal('identifier_form', 'vat', { example });
  return passesVatCheck(prefix, number)
    ? keep('vat', `${prefix}${number}`, country)
    : refusal('identifier_check', 'vat', { example });
}

function readUscc(value: string): Outcome<Identifier> {
  const wrong =
    strangeSigns('uscc', value, /[0-9A-HJ-NPQRTUWXY]/) ?? wrongLength('uscc', value, [18]);
  if (wrong) return wrong;
  if (!/^.{2}\d{6}/.test(value)) return refusal('identifier_form', 'uscc');
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, place) => total + weight * USCC_SIGNS.indexOf(value.charAt(place)),
    0,
  );
  const check = (USCC_MODULUS - (sum % USCC_MODULUS)) % USCC_MODULUS;
  return USCC_SIGNS.charAt(check) === value.slice(-1)
    ? keep('uscc', value, 'CN')
    : refusal('identifier_check', 'uscc');
}

/** Nine digits: D-U-N-S numbers have carried no check digit since 2006. */
function readDuns(value: string): Outcome<Identifier> {
  return (
    strangeSigns('duns', value, /\d/) ??
    wrongLength('duns', value, [9]) ??
    (/^0+$/.test(value) ? refusal('identifier_form', 'duns') : keep('duns', value, null))
  );
}

function keep(kind: IdentifierKind, value: string, country: string | null): Outcome<Identifier> {
  return done({ kind, value, country });
}

function strangeSigns(kind: IdentifierKind, value: string, sign: RegExp, example?: string) {
  const strange = [...new Set(value)].filter((one) => !sign.test(one));
  return strange.length === 0
    ? null
    : refusal('identifier_characters', kind, {
        signs: strange.slice(0, 5).join(' '),
        ...(example !== undefined && { example }),
      });
}

function wrongLength(
  kind: IdentifierKind,
  value: string,
  lengths: readonly number[],
  example?: string,
) {
  if (lengths.includes(value.length)) return null;
  const [least = 0, most = least] = [lengths[0], lengths.at(-1)];
  return refusal('identifier_length', kind, {
    found: value.length,
    needed: lengths.length > 3 ? `${least}–${most}` : lengths.join(' / '),
    ...(example !== undefined && { example }),
  });
}

function refusal(code: string, kind: IdentifierKind, params: NonNullable<Reason['params']> = {}) {
  return refused(code, { kind, example: identifierExamples[kind], ...params }, 'value');
}

/** An identifier as a form sends it: the kind and the number as it was typed. */
export const identifierFields = z
  .object({
    kind: choice(identifierKinds),
    value: field((text) => (text === '' ? { code: 'required' } : { value: text })),
  })
  .transform(({ kind, value }, context): Identifier => {
    const read = readIdentifier(kind, value);
    if (read.ok) return read.value;
    const { code, params = {} } = read.reason;
    context.addIssue({ code: 'custom', message: code, params, path: ['value'] });
    return z.NEVER;
  });

/** A cell of a register file with numbers of one kind, apart by `;`. */
export function identifierCell(kind: IdentifierKind) {
  return field((text) => {
    const words = text.split(/[;；\n]/).filter((word) => word.trim() !== '');
    const read = words.map((word) => ({ word, outcome: readIdentifier(kind, word) }));
    const wrong = read.find(({ outcome }) => !outcome.ok);
    if (wrong && !wrong.outcome.ok) {
      const { code, params } = wrong.outcome.reason;
      return { code, params: { ...params, value: wrong.word.trim() } };
    }
    return { value: read.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : [])) };
  });
}
