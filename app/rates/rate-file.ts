import { isDate } from '~/shared/calendar';
import { parsePeriod, type Period } from '~/shared/period';
import { isPlainDecimal } from '~/shared/plain-decimal';
import { fault, readRegisterFile, type RowFault } from '~/shared/register-file';

/** A currency's rate of a month in units for one euro: the mean of its days, and the last fixing. */
export type MonthlyRate = {
  period: Period;
  quote: string;
  average: string;
  days: number;
  monthEnd: string;
  monthEndOn: string;
};

const AVERAGES = ['period', 'base', 'quote', 'average_rate', 'days'] as const;
const FIXINGS = ['period', 'date', 'base', 'quote', 'rate'] as const;
const BASE = 'EUR';

/**
 * Reads monthly averages and month-end fixings against the euro, and puts them together by month and currency; months
 * that one of the files lacks are left out. Faults name the rows that are no rates.
 */
export function readRateFiles(
  averages: string,
  fixings: string,
): { rates: MonthlyRate[]; faults: RowFault[] } {
  const means = readRegisterFile(averages, { all: AVERAGES, required: AVERAGES });
  const ends = readRegisterFile(fixings, { all: FIXINGS, required: FIXINGS });
  const faults = [...means.faults, ...ends.faults];
  const lastFixing = new Map<string, { monthEnd: string; monthEndOn: string }>();
  for (const { row, cells } of ends.rows) {
    if (!isRate(cells.rate) || !isDate(cells.date) || cells.base !== BASE)
      faults.push(fault(row, 'rate', 'not_a_number', { value: cells.rate }));
    else
      lastFixing.set(`${cells.period} ${cells.quote}`, {
        monthEnd: cells.rate,
        monthEndOn: cells.date,
      });
  }
  const rates: MonthlyRate[] = [];
  for (const { row, cells } of means.rows) {
    const period = parsePeriod(cells.period);
    const end = lastFixing.get(`${cells.period} ${cells.quote}`);
    if (period === null || !isRate(cells.average_rate) || cells.base !== BASE)
      faults.push(fault(row, 'average_rate', 'not_a_number', { value: cells.average_rate }));
    else if (end)
      rates.push({
        period,
        quote: cells.quote,
        average: cells.average_rate,
        days: Number(cells.days),
        ...end,
      });
  }
  return { rates, faults };
}

function isRate(text: string): boolean {
  return isPlainDecimal(text) && Number(text) > 0;
}
