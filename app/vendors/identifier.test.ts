import { describe, expect, it } from 'vitest';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import { readFields } from '~/shared/fields';
import type { Reason } from '~/shared/outcome';
import {
  identifierExamples,
  identifierFields,
  identifierKinds,
  readIdentifier,
} from './identifier';
import { vatForms } from './vat-number';
import { readVendorFile } from './vendor-file';

/*
 * The rules are written a second time here, from the standards, and make the numbers that must pass; whether a change of
 * one digit can be seen is asked of them too.
 */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const usccSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const next = chance(20_240_112);
const pick = (signs: string) => signs.charAt(next(signs.length));
const some = (signs: string, count: number) =>
  Array.from({ length: count }, () => pick(signs)).join('');
const figures = (count: number) => some('0123456789', count);
const weighted = (text: string, weights: number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * Number(text.charAt(place)), 0);

function lei(): string {
  const body = some(letters + '0123456789', 18);
  const expanded = [...`${body}00`].map((sign) => String(parseInt(sign, 36))).join('');
  return body + String(98n - (BigInt(expanded) % 97n)).padStart(2, '0');
}

function uscc(): string {
  const body = pick('159NY') + pick('123') + figures(6) + some(usccSigns, 9);
  const sum = [...body].reduce(
    (total, sign, place) => total + BigInt(usccSigns.indexOf(sign)) * 3n ** BigInt(place),
    0n,
  );
  return body + usccSigns.charAt(Number((31n - (sum % 31n)) % 31n));
}

/** ISO 7064 MOD 11,10, as Germany and Croatia use it. */
function mod1110(body: string): string {
  const product = [...body].reduce((before, figure) => {
    const sum = (Number(figure) + before) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return String((11 - product) % 10);
}

function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, figure, place) => {
    const value = Number(figure) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The check digits of a number without them; null where the scheme never issues the number. */
const schemes: Record<string, { body: () => string; whole: (body: string) => string | null }> = {
  AT: {
    body: () => figures(7),
    whole: (body) => {
      const sum = [...body].reduce((total, figure, place) => {
        const value = Number(figure) * (place % 2 === 0 ? 1 : 2);
        return total + Math.floor(value / 10) + (value % 10);
      }, 0);
      return `U${body}${(10 - ((sum + 4) % 10)) % 10}`;
    },
  },
  BE: {
    body: () => `0${figures(7)}`,
    whole: (body) => body + String(97 - (Number(body) % 97)).padStart(2, '0'),
  },
  BG: {
    body: () => figures(8),
    whole: (body) => {
      const rest = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
      return (
        body + String(rest < 10 ? rest : (weighted(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10)
      );
    },
  },
  CY: {
    body: () => `1${pick('013456789')}${figures(6)}`,
    whole: (body) => {
      const sum = [...body].reduce((total, figure, place) => {
        const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21][Number(figure)] ?? 0;
        return total + (place % 2 === 0 ? odd : Number(figure));
      }, 0);
      return body + letters.charAt(sum % 26);
    },
  },
  CZ: {
    body: () => `${next(9)}${figures(6)}`,
    whole: (body) => {
      const rest = 11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return body + String(rest === 11 ? 1 : rest % 10);
    },
  },
  DE: { body: () => `${1 + next(9)}${figures(7)}`, whole: (body) => body + mod1110(body) },
  DK: {
    body: () => `${1 + next(9)}${figures(6)}`,
    whole: (body) => ending(body, (11 - (weighted(body, [2, 7, 6, 5, 4, 3, 2]) % 11)) % 11),
  },
  EE: {
    body: () => figures(8),
    whole: (body) => body + String((10 - (weighted(body, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10),
  },
  EL: {
    body: () => figures(8),
    whole: (body) => body + String((weighted(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10),
  },
  ES: { body: () => `B${figures(7)}`, whole: (body) => body + luhn(body.slice(1)) },
  FI: {
    body: () => figures(7),
    whole: (body) => ending(body, (11 - (weighted(body, [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11),
  },
  FR: {
    body: () => {
      const siren = `${1 + next(9)}${figures(7)}`;
      return siren + luhn(siren);
    },
    whole: (siren) => String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0') + siren,
  },
  HR: { body: () => figures(10), whole: (body) => body + mod1110(body) },
  HU: {
    body: () => figures(7),
    whole: (body) => body + String((10 - (weighted(body, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10),
  },
  IE: {
    body: () => figures(7),
    whole: (body) =>
      body + 'WABCDEFGHIJKLMNOPQRSTUV'.charAt(weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 23),
  },
  IT: {
    body: () => `0${1 + next(9)}${figures(5)}${String(1 + next(95)).padStart(3, '0')}`,
    whole: (body) => body + luhn(body),
  },
  LT: {
    body: () => `${figures(7)}1`,
    whole: (body) => {
      const rest = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
      return body + String(rest < 10 ? rest : (weighted(body, [3, 4, 5, 6, 7, 8, 9, 1]) % 11) % 10);
    },
  },
  LU: {
    body: () => figures(6),
    whole: (body) => body + String(Number(body) % 89).padStart(2, '0'),
  },
  LV: {
    body: () => `${4 + next(6)}${figures(9)}`,
    whole: (body) =>
      ending(body, (14 - (weighted(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11)) % 11),
  },
  MT: {
    body: () => `${1 + next(9)}${figures(5)}`,
    whole: (body) => body + String(37 - (weighted(body, [3, 4, 6, 7, 8, 9]) % 37)).padStart(2, '0'),
  },
  NL: {
    body: () => figures(8),
    whole: (body) => {
      const whole = ending(body, weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return whole && `${whole}B01`;
    },
  },
  PL: {
    body: () => `${1 + next(9)}${figures(8)}`,
    whole: (body) => ending(body, weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11),
  },
  PT: {
    body: () => `5${figures(7)}`,
    whole: (body) => {
      const rest = 11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return body + String(rest > 9 ? 0 : rest);
    },
  },
  RO: {
    body: () => `${1 + next(9)}${figures(8)}`,
    whole: (body) => body + String(((10 * weighted(body, [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10),
  },
  SE: { body: () => figures(9), whole: (body) => `${body}${luhn(body)}01` },
  SI: {
    body: () => `${1 + next(9)}${figures(6)}`,
    whole: (body) => {
      const rest = 11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return rest === 11 ? null : body + String(rest % 10);
    },
  },
  SK: {
    body: () => `${1 + next(9)}${figures(1)}${pick('234789')}${figures(6)}`,
    whole: (body) => ending(body, (11 - ((10 * Number(body)) % 11)) % 11),
  },
  XI: {
    body: () => `${1 + next(9)}${figures(6)}`,
    whole: (body) =>
      body + String(97 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 97)).padStart(2, '0'),
  },
};

/** Whether the second rule takes a number; Northern Ireland's come from three series, each with its own remainder. */
function holds(prefix: string, number: string): boolean {
  const scheme = schemes[prefix];
  if (prefix === 'XI') {
    const sum = weighted(number, [8, 7, 6, 5, 4, 3, 2]) + Number(number.slice(7));
    return Number(number.slice(0, 3)) >= 100 ? [0, 42, 55].includes(sum % 97) : sum % 97 === 0;
  }
  if (prefix === 'FR')
    return (
      luhn(number.slice(2, -1)) === number.slice(-1) && scheme?.whole(number.slice(2)) === number
    );
  if (prefix === 'AT') return scheme?.whole(number.slice(1, -1)) === number;
  if (prefix === 'NL') return holdsDutch(number);
  if (prefix === 'SE') return scheme?.whole(number.slice(0, 9)) === number;
  const checks = ['BE', 'LU', 'MT'].includes(prefix) ? 2 : 1;
  return scheme?.whole(number.slice(0, -checks)) === number;
}

/** Of a Dutch number its branches are not checked; since 2020 some are drawn by ISO 7064 MOD 97-10 over all of it. */
function holdsDutch(number: string): boolean {
  if (schemes['NL']?.whole(number.slice(0, 8))?.slice(0, 9) === number.slice(0, 9)) return true;
  const expanded = [...`NL${number}`].map((sign) => String(parseInt(sign, 36))).join('');
  return BigInt(expanded) % 97n === 1n;
}

function ending(body: string, figure: number): string | null {
  return figure > 9 ? null : body + String(figure);
}

/** Every prefix has its rule here, each of which makes as many numbers. */
const vatNames = Object.keys(schemes);
const OF_EACH_PREFIX = 24;

function vat(place: number): string {
  const name = vatNames[place % vatNames.length] ?? 'DE';
  const scheme = schemes[name];
  for (;;) {
    const whole = scheme?.whole(scheme.body()) ?? null;
    if (whole !== null) return name + whole;
  }
}

const made = {
  lei: Array.from({ length: 200 }, lei),
  vat: Array.from({ length: OF_EACH_PREFIX * vatNames.length }, (_, place) => vat(place)),
  uscc: Array.from({ length: 200 }, uscc),
  duns: Array.from({ length: 200 }, () => `${1 + next(9)}${figures(8)}`),
};

/** Every number that differs from this one in a single digit. */
function neighbours(value: string): string[] {
  return [...value].flatMap((sign, place) =>
    /\d/.test(sign)
      ? [...'0123456789']
          .filter((other) => other !== sign)
          .map((other) => value.slice(0, place) + other + value.slice(place + 1))
      : [],
  );
}

describe('identifiers', () => {
  it.each(identifierKinds)('takes every %s made by its rule', (kind) => {
    expect(made[kind].length).toBeGreaterThanOrEqual(200);
    const refusedOnes = made[kind].filter((value) => !readIdentifier(kind, value).ok);
    expect(refusedOnes).toEqual([]);
  });

  it.each(['lei', 'uscc'] as const)('sees every changed digit of every %s', (kind) => {
    const changed = made[kind].flatMap(neighbours);
    expect(changed.length).toBeGreaterThan(1000);
    const codes = changed.map((value) => {
      const read = readIdentifier(kind, value);
      return read.ok ? value : read.reason.code;
    });
    expect([...new Set(codes)]).toEqual(['identifier_check']);
  });

  it('sees every changed digit of a VAT number that its country’s scheme sees, and says so', () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const changed of made.vat.flatMap(neighbours)) {
      const read = readIdentifier('vat', changed);
      if (read.ok && !holds(changed.slice(0, 2), changed.slice(2))) wrong.push(changed);
      if (read.ok) continue;
      seen += 1;
      const { code, params } = read.reason;
      if (code !== 'identifier_check' || params?.['kind'] !== 'vat')
        wrong.push(`${changed} ${code}`);
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(10_000);
  });

  it('knows of every body of a VAT number which ending is its own, for every prefix', () => {
    expect(vatNames.sort()).toEqual(Object.keys(vatForms).sort());
    for (const value of made.vat) {
      const [prefix, number] = [value.slice(0, 2), value.slice(2)];
      // Where a Dutch and a Swedish number end, branches are counted: their check digit stands before that.
      const kept = { NL: 3, SE: 2 }[prefix] ?? 0;
      const place = number.length - kept - 1;
      const signs = /\d/.test(number.charAt(place)) ? '0123456789' : letters;
      const taken = [...signs]
        .map((sign) => number.slice(0, place) + sign + number.slice(place + 1))
        .filter((each) => readIdentifier('vat', prefix + each).ok);
      const own = [...signs]
        .map((sign) => number.slice(0, place) + sign + number.slice(place + 1))
        .filter((each) => holds(prefix, each));
      expect(taken, value).toEqual(own);
      expect(taken, value).toContain(number);
    }
  });

  it('takes numbers of older registers too: a Bulgarian firm’s that begins with 8, a Slovak person’s with 10', () => {
    expect(readIdentifier('vat', 'BG831902088')).toMatchObject({ ok: true });
    expect(readIdentifier('vat', 'BG831902089')).toMatchObject({ ok: false });
    const slovak = made.vat.find((value) => value.startsWith('SK1'));
    expect(readIdentifier('vat', slovak ?? '')).toMatchObject({ ok: true });
  });

  it('knows the VAT number of every member state, and refuses it with one digit changed', () => {
    expect(Object.keys(vatForms)).toHaveLength(28);
    for (const [prefix, { example, country }] of Object.entries(vatForms)) {
      expect(readIdentifier('vat', example), prefix).toEqual({
        ok: true,
        value: { kind: 'vat', value: example, country },
      });
      const refusals = neighbours(example).filter((value) => !readIdentifier('vat', value).ok);
      // The two last digits of a Dutch number count its branches and are not checked.
      const least = prefix === 'NL' ? 0.8 : 0.85;
      expect(refusals.length / neighbours(example).length, prefix).toBeGreaterThan(least);
    }
  });

  it('reads a number however it is typed', () => {
    const value = '5493001KJTIIGC8Y1R12';
    for (const typed of [
      '5493 001k jtii gc8y 1r12',
      '５４９３００１ＫＪＴＩＩＧＣ８Ｙ１Ｒ１２',
      '5493001KJTIIGC8Y-1R12\u200b',
    ])
      expect(readIdentifier('lei', typed)).toMatchObject({ ok: true, value: { value } });
    expect(readIdentifier('vat', 'gr 094.259.216')).toMatchObject({
      value: { value: 'EL094259216', country: 'GR' },
    });
    expect(readIdentifier('duns', '15-048-3782')).toMatchObject({ value: { value: '150483782' } });
    expect(readIdentifier('uscc', '91110000600037341l')).toMatchObject({
      value: { country: 'CN' },
    });
  });

  it('takes a check character of 0, which stands for 31, and departments that are letters', () => {
    const zero = made.uscc.find((value) => value.endsWith('0'));
    expect(zero).toBeDefined();
    expect(made.uscc.some((value) => /^[NY]/.test(value))).toBe(true);
  });

  it.each([
    ['lei', '5493001KJTIIGC8Y1R1', 'identifier_length', { found: 19, needed: '20' }],
    ['lei', '5493001KJTIIGC8Y1R1А', 'identifier_characters', { signs: 'А' }],
    ['lei', '5493001KJTIIGC8Y1RAB', 'identifier_form', {}],
    ['lei', '5493001KJTIIGC8Y1R21', 'identifier_check', { example: identifierExamples.lei }],
    ['vat', '136695976', 'identifier_country', { value: '13' }],
    ['vat', 'US136695976', 'identifier_country', { value: 'US' }],
    ['vat', 'GB980780684', 'identifier_country', { value: 'GB' }],
    ['vat', 'DE13669597', 'identifier_length', { found: 10, needed: '11', example: 'DE136695976' }],
    ['vat', 'CZ2512389', 'identifier_length', { found: 9, needed: '10 / 11 / 12' }],
    ['vat', 'RO12345678901', 'identifier_length', { needed: '4–12' }],
    ['vat', 'NL004495445C01', 'identifier_form', { example: 'NL004495445B01' }],
    ['uscc', '9111000060003734IL', 'identifier_characters', { signs: 'I' }],
    ['uscc', '911100006000373411', 'identifier_check', {}],
    ['uscc', '91AB0000600037341L', 'identifier_form', {}],
    ['duns', '15048378', 'identifier_length', { found: 8, needed: '9' }],
    ['duns', '15048378X', 'identifier_characters', { signs: 'X' }],
    ['duns', '000000000', 'identifier_form', {}],
  ] as const)('says of %s %s: %s', (kind, value, code, params) => {
    expect(readIdentifier(kind, value)).toMatchObject({
      ok: false,
      reason: { code, field: 'value', params: { kind, ...params } },
    });
  });
});

/** Kinds whose numbers carry check digits; a D-U-N-S number has had none since 2006. */
const checkedKinds = ['lei', 'vat', 'uscc'] as const;

/** A neighbour that the scheme tells from the number, its place in the number drawn. */
function detectable(kind: (typeof checkedKinds)[number], value: string): string {
  const all = neighbours(value);
  for (let at = next(all.length); ; at = (at + 1) % all.length) {
    const changed = all[at] ?? value;
    if (kind !== 'vat' || !holds(changed.slice(0, 2), changed.slice(2))) return changed;
  }
}

describe('200 numbers of each kind', () => {
  const rowsOf = (kind: string, values: readonly string[]) =>
    [
      `code,name,${kind}`,
      ...values.map((value, place) => `V${place},Vendor ${place},${value}`),
    ].join('\n');

  it.each(identifierKinds)('of kind %s come in by the form and from a file', (kind) => {
    const typed = made[kind].map((value) => readFields(identifierFields, { kind, value }));
    expect(typed.filter(({ ok }) => !ok)).toEqual([]);
    const { rows, faults } = readVendorFile(rowsOf(kind, made[kind]));
    expect(faults).toEqual([]);
    expect(rows.map((row) => row[kind].map(({ value }) => value))).toEqual(
      made[kind].map((value) => [value]),
    );
  });

  it.each(checkedKinds)(
    'of kind %s are refused with one digit changed, each by its row',
    (kind) => {
      const changed = made[kind].map((value) => detectable(kind, value));
      const inForm = changed.map((value) => {
        const read = readFields(identifierFields, { kind, value });
        return read.ok ? value : read.fields?.map(({ code, field }) => `${field} ${code}`).join();
      });
      expect(new Set(inForm)).toEqual(new Set(['value identifier_check']));
      const { faults } = readVendorFile(rowsOf(kind, changed));
      expect(faults.map(({ row, column, reason }) => [row, column, reason.code])).toEqual(
        changed.map((_, place) => [place + 2, kind, 'identifier_check']),
      );
      expect(faults.map(({ reason }) => reason.params?.['value'])).toEqual(changed);
    },
  );

  it.each(languages)(
    'say in %s that the check digit is wrong, and what a right one looks like',
    (language) => {
      const said = { en: /check digits/, 'zh-CN': /校验/ }[language];
      for (const kind of checkedKinds) {
        const read = readIdentifier(kind, detectable(kind, made[kind][0] ?? ''));
        const { code, params } = read.ok ? ({ code: 'invalid' } as Reason) : read.reason;
        const words = translate(language)(`errors:${code}` as 'errors:invalid', { ...params });
        expect(words).toMatch(said);
        expect(words).toContain(String(params?.['example']));
      }
    },
  );
});
