import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { switchPlan } from './switch-plan';

describe('switch plan', () => {
  it('counts the steps from the decision within the recovery time', () => {
    expect(switchPlan('2024-01-12', 20)).toEqual([
      { step: 'notice', position: 0, owner: 'procurement', side: 'ours', dueOn: '2024-01-14' },
      {
        step: 'data_handover',
        position: 1,
        owner: 'incumbent',
        side: 'vendor',
        dueOn: '2024-01-20',
      },
      { step: 'access', position: 2, owner: 'service_owner', side: 'ours', dueOn: '2024-01-22' },
      {
        step: 'parallel_run',
        position: 3,
        owner: 'successor',
        side: 'vendor',
        dueOn: '2024-01-28',
      },
      { step: 'cut_over', position: 4, owner: 'service_owner', side: 'ours', dueOn: '2024-02-01' },
      { step: 'review', position: 5, owner: 'service_owner', side: 'ours', dueOn: '2024-03-02' },
    ]);
  });

  it.each([
    [1, ['2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29', '2024-03-30']],
    [0, ['2024-02-28', '2024-02-28', '2024-02-28', '2024-02-28', '2024-02-28', '2024-03-29']],
    [null, ['2024-03-02', '2024-03-11', '2024-03-14', '2024-03-23', '2024-03-29', '2024-04-28']],
  ])('a recovery time of %s days', (recoveryDays, expected) => {
    expect(switchPlan('2024-02-28', recoveryDays).map(({ dueOn }) => dueOn)).toEqual(expected);
  });

  it('no step is due before the one that it follows', () => {
    fc.assert(
      fc.property(fc.nat(400), (recoveryDays) => {
        const due = switchPlan('2024-01-12', recoveryDays).map(({ dueOn }) => dueOn);
        expect(due).toEqual([...due].sort());
      }),
    );
  });
});
