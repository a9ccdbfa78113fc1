import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addDays,
  addMonths,
  businessDayOf,
  dateIn,
  daysBetween,
  firstWholeMonth,
  isBusinessDay,
  isDate,
  isTimeZone,
  lastWholeMonth,
  localDate,
  reportDueDate,
  reportGraceEnd,
  reportOverdueFrom,
} from './calendar';
import { periodOf } from './period';

const january = periodOf(2024, 1);

describe('days', () => {
  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-01-00', '2023-1-1', 'x'])(
    '%s is none',
    (text) => expect(isDate(text)).toBe(false),
  );
  it('are counted over months and years', () => {
    expect(isDate('2024-02-29')).toBe(true);
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2024-01-12', '2024-02-12')).toBe(31);
  });
  it('are clamped to the end of a month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -13)).toBe('2023-02-28');
    expect(dateIn(january + 1, 31)).toBe('2024-02-29');
  });
});

describe('business days', () => {
  it('run from Monday to Friday', () => {
    const week = ['2024-01-12', '2024-01-13', '2024-01-14', '2024-01-15'];
    expect(week.map(isBusinessDay)).toEqual([true, false, false, true]);
    expect(isBusinessDay('1969-12-28')).toBe(false);
  });
  it('are counted on from a day and from the start of a month', () => {
    expect(addBusinessDays('2024-01-12', 1)).toBe('2024-01-15');
    expect(addBusinessDays('2024-01-12', 10)).toBe('2024-01-26');
    expect(addBusinessDays('2024-01-13', 0)).toBe('2024-01-13');
    expect(businessDayOf(january, 1)).toBe('2024-01-01');
    expect(businessDayOf(periodOf(2023, 4), 1)).toBe('2023-04-03');
    expect(businessDayOf(periodOf(2023, 2), 21)).toBe('2023-03-01');
  });
});

describe('a report', () => {
  it('is due when its month ends, where nothing is said', () => {
    expect(reportDueDate(january, null)).toBe('2024-01-31');
    expect(reportOverdueFrom(january, null)).toBe('2024-02-01');
  });
  it('is due in the month after, overdue after the days of grace', () => {
    const due = { day: 10, grace_days: 5 };
    expect(reportDueDate(january, due)).toBe('2024-02-10');
    expect(reportGraceEnd(january, due)).toBe('2024-02-15');
    expect(reportOverdueFrom(january, due)).toBe('2024-02-16');
    expect(reportDueDate(january, { day: 31, grace_days: 0 })).toBe('2024-02-29');
    expect(reportDueDate(january, { business_day: 8, grace_days: 0 })).toBe('2024-02-12');
  });
});

describe('months in force', () => {
  it('are whole', () => {
    expect(firstWholeMonth('2024-01-01')).toBe(january);
    expect(firstWholeMonth('2024-01-02')).toBe(january + 1);
    expect(lastWholeMonth('2024-01-31')).toBe(january);
    expect(lastWholeMonth('2024-01-30')).toBe(january - 1);
  });
});

describe('time zones', () => {
  it('have days of their own', () => {
    const instant = new Date('2024-01-12T02:30:00Z');
    expect(localDate(instant, 'America/New_York')).toBe('2024-01-11');
    expect(localDate(instant, 'Asia/Shanghai')).toBe('2024-01-12');
    expect(isTimeZone('Europe/Paris')).toBe(true);
    expect(isTimeZone('Mars/Base')).toBe(false);
  });
});
