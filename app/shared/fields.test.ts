import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  optionalDate,
  optionalWhole,
  readFields,
  requiredCode,
  requiredDecimal,
  requiredId,
  wordList,
} from './fields';

const one = (field: z.ZodType, text: string) => {
  const read = readFields(z.object({ it: field }), { it: text });
  return read.ok ? read.value.it : read.reason.code;
};

describe('fields of forms and register files', () => {
  it.each([
    ['79.5', '79.5'],
    [' ７９．５ ', '79.5'],
    ['1,234.50', '1234.5'],
    ['12,5', '12.5'],
    ['1,234', '1234'],
    ['', 'required'],
    ['12 %', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['101', 'too_large'],
    ['-1', 'too_small'],
  ])('reads the figure %j as %s', (text, expected) => {
    const max = expected === 'too_large' ? 100 : 10_000;
    expect(one(requiredDecimal({ min: 0, max }), text)).toBe(expected);
  });

  it.each([
    ['2024-01-31', '2024-01-31'],
    ['2024/1/31', '2024-01-31'],
    ['2024年1月31日', '2024-01-31'],
    ['', null],
    ['2023-02-29', 'not_a_date'],
    ['31/01/2024', 'not_a_date'],
  ])('reads the date %j as %s', (text, expected) => {
    expect(one(optionalDate(), text)).toBe(expected);
  });

  it('keeps a list in order, without repeats and blanks', () => {
    expect(one(wordList(), 'ISO 27001; SOC 2；ISO 27001\n;')).toEqual(['ISO 27001', 'SOC 2']);
  });

  it('refuses codes with spaces and whole numbers with a fraction', () => {
    expect(one(requiredCode(), 'A B')).toBe('code_invalid');
    expect(one(requiredCode(5), 'ABCDEF')).toBe('code_invalid');
    expect(one(optionalWhole(), '1.5')).toBe('not_a_whole_number');
    expect(one(requiredId(), '12abc')).toBe('not_a_choice');
  });

  it('takes a field that did not come for an empty one', () => {
    expect(readFields(z.object({ it: optionalWhole() }), {})).toEqual({
      ok: true,
      value: { it: null },
    });
  });
});
