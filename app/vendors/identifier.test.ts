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
import {
  letters,
  holds,
  vatNames,
  made,
  neighbours,
  checkedKinds,
  detectable,
} from '../../tests/cases/made-identifiers';

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
