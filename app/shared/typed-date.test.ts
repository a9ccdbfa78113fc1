import { describe, expect, it } from 'vitest';
import { parsePeriod } from './period';
import { readTypedDate, readTypedMonth } from './typed-date';

describe('typed dates', () => {
  it.each([
    '2023-07-05',
    '2023/7/5',
    '2023.07.05',
    '20230705',
    ' 2023年7月5日 ',
    '２０２３－０７－０５',
  ])('%s', (text) => expect(readTypedDate(text)).toBe('2023-07-05'));
  it.each(['2023-02-30', '05/07/2023', '2023-13-01', '2023-7', 'yesterday', ''])('not %s', (text) =>
    expect(readTypedDate(text)).toBeNull(),
  );
});

describe('typed months', () => {
  it.each(['2023-07', '2023/7', '202307', '2023年7月'])('%s', (text) =>
    expect(readTypedMonth(text)).toBe(parsePeriod('2023-07')),
  );
  it.each(['2023-00', '07/2023', '2023', ''])('not %s', (text) =>
    expect(readTypedMonth(text)).toBeNull(),
  );
});
