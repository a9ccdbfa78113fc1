import { describe, expect, it } from 'vitest';
import { actionAge, actionState, mayVendorClose } from './action';

const open = { dueOn: '2024-01-12', doneAt: null, cancelledAt: null };

describe('an action', () => {
  it('is in time on its due day and overdue from the next', () => {
    expect(actionState(open, '2024-01-12')).toBe('open');
    expect(actionState(open, '2024-01-13')).toBe('overdue');
    expect(actionState({ ...open, dueOn: null }, '2030-01-01')).toBe('open');
  });

  it('is done or called off whatever the day', () => {
    const doneAt = '2024-02-01T10:00:00.000Z';
    expect(actionState({ ...open, doneAt }, '2024-03-01')).toBe('done');
    expect(actionState({ ...open, cancelledAt: doneAt }, '2024-03-01')).toBe('cancelled');
  });

  it('ages until it is over', () => {
    const createdAt = '2024-01-01T23:00:00.000Z';
    expect(actionAge({ createdAt, ...open }, '2024-01-11')).toBe(10);
    const doneAt = '2024-01-04T01:00:00.000Z';
    expect(actionAge({ createdAt, ...open, doneAt }, '2024-01-11')).toBe(3);
  });

  it('is ticked off by the vendor where it is its own, and no condition of its admission', () => {
    expect(mayVendorClose({ side: 'vendor', origin: 'breach' })).toBe(true);
    expect(mayVendorClose({ side: 'vendor', origin: 'assessment' })).toBe(false);
    expect(mayVendorClose({ side: 'ours', origin: 'breach' })).toBe(false);
  });
});
