import { describe, expect, it } from 'vitest';
import { type EscalatingCase, stepsDue } from './escalation';

const FRIDAY = '2024-01-12';
const silent: EscalatingCase = {
  state: 'open',
  severity: 'serious',
  openedOn: FRIDAY,
  dueOn: '2024-01-26',
};

const levels = (given: Partial<EscalatingCase>, asOf: string) =>
  stepsDue({ ...silent, ...given }, [], asOf).map(({ level, dueOn }) => `${level} on ${dueOn}`);

describe('a vendor that does not answer', () => {
  it.each([
    ['2024-01-26', []],
    ['2024-01-28', []],
    ['2024-01-29', ['1 on 2024-01-29']],
    ['2024-02-01', ['1 on 2024-01-29']],
    ['2024-02-02', ['1 on 2024-01-29', '2 on 2024-02-02']],
    ['2024-02-23', ['1 on 2024-01-29', '2 on 2024-02-02', '3 on 2024-02-23']],
  ])(
    'after a serious breach with the plan due on Friday 26 January, on %s: %o',
    (asOf, expected) => {
      expect(levels({}, asOf)).toEqual(expected);
    },
  );

  it('after a critical one hears at once', () => {
    expect(levels({ severity: 'critical' }, FRIDAY)).toEqual(['1 on 2024-01-12']);
  });

  it('after a minor one never reaches the last level', () => {
    expect(levels({ severity: 'minor' }, '2025-01-01').map((text) => text[0])).toEqual(['1', '2']);
  });

  it('is left alone where it owes nothing', () => {
    for (const state of ['plan_submitted', 'plan_accepted', 'verifying', 'disputed', 'closed'])
      expect(levels({ state: state as EscalatingCase['state'] }, '2025-01-01')).toEqual([]);
  });
});

describe('steps taken before', () => {
  it('are not taken again, and come anew with a new deadline', () => {
    const taken = stepsDue(silent, [], '2024-02-02');
    expect(stepsDue(silent, taken, '2024-02-02')).toEqual([]);
    const anew = stepsDue({ ...silent, dueOn: '2024-02-09' }, taken, '2024-02-12');
    expect(anew).toEqual([{ level: 1, since: '2024-02-09', dueOn: '2024-02-12' }]);
  });

  it('that count from the opening come once, whatever the deadline', () => {
    const critical = { ...silent, severity: 'critical' as const };
    const taken = stepsDue(critical, [], FRIDAY);
    expect(stepsDue({ ...critical, dueOn: '2024-03-01' }, taken, '2024-02-01')).toEqual([]);
  });
});
