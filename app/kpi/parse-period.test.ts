import { describe, expect, it } from 'vitest';
import { formatPeriod } from '~/shared/period';
import { dateOrder, parsePeriodText } from './parse-period';

describe('parsePeriodText', () => {
  it.each([
    '2023-07',
    '2023/7',
    '2023.07',
    '2023 7',
    '202307',
    '07/2023',
    '7-2023',
    '07.2023',
    'Jul 2023',
    'July 2023',
    'JUL-23',
    "Jul '23",
    'juil. 2023',
    'Juli 2023',
    'julio 2023',
    '2023 July',
    '2023年7月',
    '2023年07月',
    '2023年7月份',
    '二〇二三年七月',
    '２０２３－０７',
    '2023-07-01',
    '2023-07-31',
    '2023-07-01T00:00:00Z',
    '2023/7/1',
    '20230701',
    '2023年7月1日',
    '1 July 2023',
    'July 1, 2023',
    '31/07/2023',
    '07/31/2023',
    '07/07/2023',
    ' 2023-07 ',
  ])('reads %s as July 2023', (cell) => {
    const period = parsePeriodText(cell, null);
    expect(typeof period === 'number' && formatPeriod(period)).toBe('2023-07');
  });

  it('reads every month by its name', () => {
    const names = [
      'January',
      'Feb',
      'Mars',
      'avril',
      'Mai',
      'Juni',
      'luglio',
      'août',
      'Sept',
      'Okt',
      'Nov',
      'Dezember',
    ];
    const months = names.map((name) => parsePeriodText(`${name} 2023`, null));
    expect(
      months.map((period) => (typeof period === 'number' ? formatPeriod(period) : period)),
    ).toEqual(names.map((_, index) => `2023-${String(index + 1).padStart(2, '0')}`));
    expect(parsePeriodText('十二月2023', null)).toBeNull();
    expect(parsePeriodText('2023年十二月', null)).toBe(parsePeriodText('2023-12', null));
    expect(parsePeriodText('2023年十月', null)).toBe(parsePeriodText('2023-10', null));
  });

  it('asks for the order of day and month where both are possible', () => {
    expect(parsePeriodText('01/02/2023', null)).toBe('ambiguous');
    expect(parsePeriodText('01/02/2023', 'day_first')).toBe(parsePeriodText('2023-02', null));
    expect(parsePeriodText('01/02/2023', 'month_first')).toBe(parsePeriodText('2023-01', null));
  });

  it.each([
    '',
    'soon',
    '2023',
    '2023-13',
    '2023-00',
    'Q1 2023',
    '45108',
    '13/2023',
    '1023-07',
    '2023-07-45',
    'x'.repeat(50),
  ])('refuses %s', (cell) => {
    expect(parsePeriodText(cell, null)).toBeNull();
  });
});

describe('dateOrder', () => {
  it('takes a number above 12 for the day, else the one that stays 1', () => {
    expect(dateOrder(['01/02/2023', '31/02/2023'])).toBe('day_first');
    expect(dateOrder(['01/02/2023', '02/28/2023'])).toBe('month_first');
    expect(dateOrder(['01/01/2023', '01/02/2023'])).toBe('day_first');
    expect(dateOrder(['01/01/2023', '02/01/2023'])).toBe('month_first');
    expect(dateOrder(['01/02/2023'])).toBeNull();
  });
});
