import { describe, expect, it } from 'vitest';
import { tierChecks, tiers } from '~/vendors/tier';
import {
  checkSignOff,
  checkStanding,
  checksLacking,
  checksToOpen,
  needsSignOff,
  stateAfter,
  usualExpiry,
} from './due-diligence';

describe('checks of due diligence', () => {
  it('open by the tier, and only those that are missing', () => {
    expect(checksToOpen('strategic', [])).toEqual(expect.arrayContaining([...tierChecks]));
    expect(checksToOpen('transactional', ['registration'])).toEqual(['licences', 'sanctions']);
    expect(checksToOpen('standard', [...tierChecks])).toEqual([]);
  });

  it('are signed off as the tier asks: all, the sensitive ones, or none', () => {
    const asked = tiers.map((tier) => tierChecks.filter((kind) => needsSignOff(tier, kind)).length);
    expect(asked).toEqual([9, 9, 2, 0]);
    expect(needsSignOff(null, 'references')).toBe(true);
    expect(stateAfter('passed', { tier: 'transactional', kind: 'sanctions' })).toBe('passed');
    expect(stateAfter('passed', { tier: 'standard', kind: 'sanctions' })).toBe('awaiting_sign_off');
    expect(stateAfter('not_applicable', { tier: 'preferred', kind: 'references' })).toBe(
      'awaiting_sign_off',
    );
  });

  it('speak for a vendor that was graded up only once a second person signed them off', () => {
    const alone = tierChecks.map((kind) => ({
      ...{ kind, state: 'passed' as const, expiresOn: null, signedOffBy: null },
    }));
    expect(checksLacking('transactional', alone, '2024-01-12')).toEqual([]);
    expect(checksLacking('standard', alone, '2024-01-12')).toEqual([
      'sanctions',
      'financial_health',
    ]);
    expect(checksLacking('strategic', alone, '2024-01-12')).toHaveLength(9);
    const signed = alone.map((check) => ({ ...check, signedOffBy: 7 }));
    expect(checksLacking('strategic', signed, '2024-01-12')).toEqual([]);
  });

  it('are signed off by a second person alone, and once', () => {
    const waiting = { state: 'awaiting_sign_off' as const, reviewerId: 7 };
    expect(checkSignOff(waiting, 8)).toMatchObject({ ok: true });
    expect(checkSignOff(waiting, 7)).toMatchObject({ reason: { code: 'check_own' } });
    expect(checkSignOff({ ...waiting, state: 'passed' }, 8)).toMatchObject({
      reason: { code: 'check_not_waiting' },
    });
  });

  it('hold until their last day, that day included', () => {
    expect(usualExpiry('sanctions', '2023-08-31')).toBe('2024-02-29');
    const passed = (expiresOn: string | null) =>
      checkStanding({ state: 'passed', expiresOn }, '2024-01-12');
    expect(passed('2024-01-11')).toBe('expired');
    expect(passed('2024-01-12')).toBe('expiring');
    expect(passed('2024-03-12')).toBe('expiring');
    expect(passed('2024-03-13')).toBe('valid');
    expect(passed(null)).toBe('valid');
    expect(checkStanding({ state: 'failed', expiresOn: null }, '2024-01-12')).toBe('open');
  });
});
