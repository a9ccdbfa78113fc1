import fc from 'fast-check';
import { dateOfDay } from '~/shared/calendar';
import type { Renewable } from '~/contracts/renewal';

export const base: Renewable = {
  startsOn: '2023-01-01',
  endsOn: '2023-12-31',
  terminatedOn: null,
  renewal: 'tacit',
  renewalMonths: 12,
  noticeDays: null,
  noticeMonths: null,
  vendorNoticeDays: null,
  vendorNoticeMonths: null,
  noticeDay: null,
};

type Worked = [
  what: string,
  contract: Partial<Renewable>,
  on: string,
  end: string | null,
  notice: string | null,
];

export const monthly = { startsOn: '2023-01-31', endsOn: '2023-02-27', renewalMonths: 1 };

const leapEnd = { startsOn: '2023-03-01', endsOn: '2024-02-29' };

export const leapStart = { startsOn: '2024-02-29', endsOn: '2025-02-27' };

const days90 = { noticeDays: 90 };

const months3 = { noticeMonths: 3 };

/** Worked by hand: the term that runs on a day ends when, and by when do we give notice. */
export const worked: Worked[] = [
  // A calendar year.
  ['first day', days90, '2023-01-01', '2023-12-31', '2023-10-02'],
  ['last day of the first term', days90, '2023-12-31', '2023-12-31', '2023-10-02'],
  ['day after the first term', days90, '2024-01-01', '2024-12-31', '2024-10-02'],
  ['ten years on', days90, '2033-06-15', '2033-12-31', '2033-10-02'],
  ['before it starts', days90, '2022-11-01', '2023-12-31', '2023-10-02'],
  ['three months of notice', months3, '2023-05-01', '2023-12-31', '2023-09-30'],
  ['one month of notice', { noticeMonths: 1 }, '2023-05-01', '2023-12-31', '2023-11-30'],
  ['notice of no days', { noticeDays: 0 }, '2023-05-01', '2023-12-31', '2023-12-31'],
  ['no notice agreed', {}, '2023-05-01', '2023-12-31', null],
  // Signed on 31 January for one month, a month at a time.
  ['31 January for one month', monthly, '2023-01-31', '2023-02-27', null],
  ['its last day', monthly, '2023-02-27', '2023-02-27', null],
  ['its first renewal', monthly, '2023-02-28', '2023-03-30', null],
  ['its second renewal', monthly, '2023-03-31', '2023-04-29', null],
  ['its third renewal', monthly, '2023-04-30', '2023-05-30', null],
  ['in a leap year', monthly, '2024-02-01', '2024-02-28', null],
  ['the same without renewal', { ...monthly, renewal: 'none' }, '2023-05-01', '2023-02-27', null],
  // Ends on 29 February, renewed by the year.
  ['end on 29 February', { ...leapEnd, ...days90 }, '2024-02-29', '2024-02-29', '2023-12-01'],
  ['a year after it', { ...leapEnd, ...days90 }, '2024-03-01', '2025-02-28', '2024-11-30'],
  ['in the next leap year', { ...leapEnd, ...days90 }, '2027-03-01', '2028-02-29', '2027-12-01'],
  [
    'an end of no whole months',
    { ...leapEnd, startsOn: '2023-06-15' },
    '2024-03-01',
    '2025-02-28',
    null,
  ],
  // Starts on 29 February: every term is counted from there.
  ['start on 29 February', leapStart, '2024-03-01', '2025-02-27', null],
  ['its first renewal', leapStart, '2025-02-28', '2026-02-27', null],
  ['its leap year', leapStart, '2027-06-01', '2028-02-28', null],
  // Ninety days before a month's end, the clocks changing in between.
  [
    '90 days over the change to summer time',
    { ...days90, startsOn: '2022-05-01', endsOn: '2024-04-30' },
    '2024-01-12',
    '2024-04-30',
    '2024-01-31',
  ],
  [
    '90 days over the change to winter time',
    { ...days90, startsOn: '2023-12-01', endsOn: '2024-11-30' },
    '2024-06-01',
    '2024-11-30',
    '2024-09-01',
  ],
  [
    '90 days over a leap day',
    { ...days90, startsOn: '2023-04-01', endsOn: '2024-03-31' },
    '2024-01-01',
    '2024-03-31',
    '2024-01-01',
  ],
  [
    'three months to a short month',
    { ...months3, startsOn: '2023-03-01', endsOn: '2024-02-29' },
    '2023-06-01',
    '2024-02-29',
    '2023-11-30',
  ],
  [
    'three months to 30 June',
    { ...months3, startsOn: '2022-07-01', endsOn: '2023-06-30' },
    '2023-01-01',
    '2023-06-30',
    '2023-03-31',
  ],
  [
    'three months to 30 May',
    { ...months3, startsOn: '2022-05-31', endsOn: '2023-05-30' },
    '2023-01-01',
    '2023-05-30',
    '2023-02-27',
  ],
  // First terms and renewals of their own length.
  [
    'two years, then by the half-year',
    { endsOn: '2024-12-31', renewalMonths: 6 },
    '2025-01-01',
    '2025-06-30',
    null,
  ],
  [
    'its second renewal',
    { endsOn: '2024-12-31', renewalMonths: 6 },
    '2025-07-01',
    '2025-12-31',
    null,
  ],
  [
    'eighteen months, then by the quarter',
    { endsOn: '2024-06-30', renewalMonths: 3 },
    '2024-10-15',
    '2024-12-31',
    null,
  ],
  [
    'a year where no other length was agreed',
    { renewalMonths: null },
    '2024-01-01',
    '2024-12-31',
    null,
  ],
  [
    'one day beyond whole months',
    { endsOn: '2024-01-01', renewalMonths: 1 },
    '2024-01-02',
    '2024-02-01',
    null,
  ],
  // What does not go on by itself.
  [
    'express renewal after its end',
    { ...days90, renewal: 'express' },
    '2024-01-01',
    '2023-12-31',
    '2023-10-02',
  ],
  [
    'no renewal after its end',
    { ...days90, renewal: 'none' },
    '2030-01-01',
    '2023-12-31',
    '2023-10-02',
  ],
  [
    'terminated before its end',
    { ...days90, terminatedOn: '2023-05-31' },
    '2023-03-01',
    '2023-05-31',
    null,
  ],
  [
    'terminated in a renewal',
    { ...days90, terminatedOn: '2024-03-31' },
    '2024-02-01',
    '2024-03-31',
    null,
  ],
  ['without an end', { ...days90, endsOn: null }, '2024-02-01', null, null],
  [
    'without an end, express',
    { ...months3, endsOn: null, renewal: 'express' },
    '2024-02-01',
    null,
    null,
  ],
];

export const day = fc.integer({ min: 10_000, max: 25_000 }).map(dateOfDay);

export const months = fc.integer({ min: 1, max: 60 });

export const later = fc.integer({ min: -400, max: 9000 });
