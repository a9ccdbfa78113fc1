import { describe, expect, it } from 'vitest';
import { readFields } from '~/shared/fields';
import { periodOf } from '~/shared/period';
import {
  checkMonth,
  manualAmount,
  mayDecideManual,
  mayWithdrawManual,
  signedAmount,
} from './manual-entry';
import { manualEntryFields } from './manual-entry-fields';

const year = {
  state: 'active',
  startsOn: '2023-01-15',
  endsOn: '2023-12-31',
  terminatedOn: null,
  renewal: 'none',
} as const;

describe('an amount by hand', () => {
  it.each([
    ['JPY', '1200', 1200],
    ['EUR', '1200.5', 120_050],
    ['KWD', '0.001', 1],
  ])('is kept in the minor units of %s', (currency, text, minor) => {
    expect(manualAmount(text, currency)).toEqual({ ok: true, value: minor });
  });

  it.each([
    ['JPY', '0.5', 'amount_invalid'],
    ['EUR', '0.001', 'amount_invalid'],
    ['EUR', '0', 'manual_amount_missing'],
    ['EUR', '0.00', 'manual_amount_missing'],
  ])('is refused in %s where it is %s: %s', (currency, text, code) => {
    expect(manualAmount(text, currency)).toMatchObject({ reason: { code, field: 'amount' } });
  });

  it('goes off the account as a penalty, onto it as a bonus', () => {
    expect(signedAmount('penalty', 500)).toBe(-500);
    expect(signedAmount('bonus', 500)).toBe(500);
  });
});

describe('the month of an entry by hand', () => {
  it.each([
    [periodOf(2023, 1), '2023-06-01', true],
    [periodOf(2023, 6), '2023-06-01', true],
    [periodOf(2023, 7), '2023-06-30', false],
    [periodOf(2022, 12), '2023-06-01', false],
    [periodOf(2023, 12), '2024-06-01', true],
    [periodOf(2024, 1), '2024-06-01', false],
  ])('%s seen on %s: %s', (period, asOf, ok) => {
    expect(checkMonth(year, period, asOf).ok).toBe(ok);
  });

  it.each(['draft', 'review', 'approved'] as const)('is none while nobody signed: %s', (state) => {
    expect(checkMonth({ ...year, state }, periodOf(2023, 6), '2023-07-01')).toMatchObject({
      reason: { code: 'manual_not_signed' },
    });
  });

  it('has no end under tacit renewal, and that of the termination once terminated', () => {
    const rolling = { ...year, renewal: 'tacit' } as const;
    expect(checkMonth(rolling, periodOf(2024, 2), '2024-03-01').ok).toBe(true);
    const ended = { ...rolling, state: 'terminated', terminatedOn: '2024-01-31' } as const;
    expect(checkMonth(ended, periodOf(2024, 2), '2024-03-01').ok).toBe(false);
  });
});

describe('deciding on an entry by hand', () => {
  it('takes a second person', () => {
    const proposed = { state: 'proposed', proposedBy: 1 } as const;
    expect(mayDecideManual(proposed, 2).ok).toBe(true);
    expect(mayDecideManual(proposed, 1)).toMatchObject({
      reason: { code: 'manual_needs_another' },
    });
    expect(mayDecideManual(proposed, null).ok).toBe(false);
    expect(mayWithdrawManual(proposed, 1).ok).toBe(true);
    expect(mayWithdrawManual(proposed, 2)).toMatchObject({ reason: { code: 'manual_not_yours' } });
  });

  it.each(['approved', 'rejected', 'withdrawn'] as const)('is over once it is %s', (state) => {
    const decided = { state, proposedBy: 1 };
    expect(mayDecideManual(decided, 2)).toMatchObject({ reason: { code: 'manual_decided' } });
    expect(mayWithdrawManual(decided, 1)).toMatchObject({ reason: { code: 'manual_decided' } });
  });
});

describe('the form of an entry by hand', () => {
  it('names every field that is wrong', () => {
    const read = readFields(manualEntryFields, { kind: 'gift', period: '2023-13', amount: '-1' });
    expect(!read.ok && read.fields?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'kind not_a_choice',
      'period not_a_month',
      'amount too_small',
      'reason required',
      'evidence required',
    ]);
  });
});
