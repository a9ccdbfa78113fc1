import { describe, expect, it } from 'vitest';
import { readFields } from '~/shared/fields';
import { parsePeriod } from '~/shared/period';
import { joinedSpans } from './excusal';
import { excusalFields } from './excusal-fields';

const month = (text: string) => parsePeriod(text) ?? 0;
const typed = {
  firstPeriod: '2023-11',
  lastPeriod: '2023年12月',
  kind: 'force_majeure',
  text: 'Port closed by a typhoon',
  agreedBy: 'Mona Manager, Bruno Brittle',
};

function codes(more: Record<string, string>): string[] {
  const read = readFields(excusalFields, { ...typed, ...more });
  return read.ok ? [] : (read.fields ?? []).map(({ code, field }) => `${field}: ${code}`);
}

describe('what is agreed not to count', () => {
  it('is read as it was typed', () => {
    expect(readFields(excusalFields, typed)).toMatchObject({
      ok: true,
      value: { firstPeriod: month('2023-11'), lastPeriod: month('2023-12') },
    });
  });

  it.each([
    [{ firstPeriod: '' }, ['firstPeriod: required']],
    [{ lastPeriod: 'soon' }, ['lastPeriod: not_a_month']],
    [{ lastPeriod: '2023-10' }, ['lastPeriod: ends_before_start']],
    [{ firstPeriod: '2018-12' }, ['lastPeriod: excusal_too_long']],
    [{ kind: 'bad luck' }, ['kind: not_a_choice']],
    [{ text: ' ', agreedBy: '' }, ['text: required', 'agreedBy: required']],
  ])('%o is refused: %o', (more, expected) => {
    expect(codes(more)).toEqual(expected);
  });
});

describe('months that several failures were measured over', () => {
  it.each([
    ['none', [], []],
    ['apart', ['5-5', '1-2'], ['1-2', '5-5']],
    ['adjoining', ['1-2', '3-4'], ['1-4']],
    ['overlapping', ['1-3', '2-4', '3-5'], ['1-5']],
    ['one within the other', ['1-9', '2-3'], ['1-9']],
  ])('%s', (_, given, expected) => {
    const spans = given.map((text) => {
      const [first = 0, last = 0] = text.split('-').map(Number);
      return { first, last };
    });
    expect(joinedSpans(spans).map(({ first, last }) => `${first}-${last}`)).toEqual(expected);
  });
});
