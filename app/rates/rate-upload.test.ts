import { expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { readRateUpload } from './rate-upload';

const averages = 'period,base,quote,average_rate,days\n2023-12,EUR,USD,1.0903,19\n';
const fixings = 'period,date,base,quote,rate\n2023-12,2023-12-29,EUR,USD,1.1050\n';
const rate = {
  period: periodOf(2023, 12),
  quote: 'USD',
  average: '1.0903',
  days: 19,
  monthEnd: '1.1050',
  monthEndOn: '2023-12-29',
};

it('takes the two files in any order', () => {
  expect(readRateUpload([averages, fixings])).toEqual({ ok: true, value: [rate] });
  expect(readRateUpload([fixings, averages])).toEqual({ ok: true, value: [rate] });
});

it.each([
  ['one of them is missing', [averages], 'rates_file_missing'],
  ['the same one came twice', [averages, averages], 'rates_file_missing'],
  ['a rate is none', [averages.replace('1.0903', '0'), fixings], 'rates_row_wrong'],
  ['no month is in both', [averages, fixings.replace('2023-12,', '2023-11,')], 'rates_none'],
])('refuses where %s', (_, texts, code) => {
  const read = readRateUpload(texts);
  expect(read.ok ? null : read.reason.code).toBe(code);
});
