import { done, refused, type Outcome } from '~/shared/outcome';
import { readRateFiles, type MonthlyRate } from './rate-file';

/** The two files of reference rates, in any order: which one holds the averages is seen by its heading. */
export function readRateUpload(texts: readonly string[]): Outcome<MonthlyRate[]> {
  const isAverages = (text: string) => /average_rate/i.test(text.slice(0, 500));
  const averages = texts.find(isAverages);
  const fixings = texts.find((text) => !isAverages(text));
  if (averages === undefined || fixings === undefined)
    return refused('rates_file_missing', {}, 'file');
  const { rates, faults } = readRateFiles(averages, fixings);
  const [first] = faults;
  if (first)
    return refused('rates_row_wrong', { row: first.row ?? 1, column: first.column ?? '' }, 'file');
  return rates.length === 0 ? refused('rates_none', {}, 'file') : done(rates);
}
