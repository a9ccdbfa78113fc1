import { describe, expect, it } from 'vitest';
import { type CasePlan, checkPlan } from './case-plan';

const TODAY = '2024-01-12';
const plan: CasePlan = {
  whys: ['Crews were short', 'Training began late'],
  corrective: [{ what: 'Hire twenty drivers', dueOn: '2024-02-15' }],
  preventive: [{ what: 'Train in advance of the season', dueOn: TODAY }],
};

function code(change: Partial<CasePlan>) {
  const checked = checkPlan({ ...plan, ...change }, TODAY);
  return checked.ok ? null : [checked.reason.code, checked.reason.field];
}

describe('a plan', () => {
  it.each<[string, Partial<CasePlan>, string[] | null]>([
    ['with cause and steps is taken', {}, null],
    ['with five whys is taken', { whys: ['a', 'b', 'c', 'd', 'e'] }, null],
    ['with six is not', { whys: ['a', 'b', 'c', 'd', 'e', 'f'] }, ['plan_too_many_whys', 'whys']],
    ['names a cause', { whys: [' ', ''] }, ['plan_cause_missing', 'whys']],
    ['puts it right', { corrective: [] }, ['plan_corrective_missing', 'corrective']],
    [
      'keeps it from coming back',
      { preventive: [{ what: ' ', dueOn: '' }] },
      ['plan_preventive_missing', 'preventive'],
    ],
    [
      'says what is done',
      { corrective: [{ what: '', dueOn: TODAY }] },
      ['plan_step_empty', 'corrective[0].what'],
    ],
    [
      'says by when',
      { preventive: [...plan.preventive, { what: 'Audit', dueOn: '' }] },
      ['plan_step_day', 'preventive[1].dueOn'],
    ],
    [
      'names a day that exists',
      { corrective: [{ what: 'Hire', dueOn: '2024-02-30' }] },
      ['plan_step_day', 'corrective[0].dueOn'],
    ],
    [
      'does not look back',
      { corrective: [{ what: 'Hire', dueOn: '2024-01-11' }] },
      ['plan_step_day', 'corrective[0].dueOn'],
    ],
  ])('%s', (_, change, expected) => {
    expect(code(change)).toEqual(expected);
  });

  it('is kept without its empty lines and stray blanks', () => {
    const typed = {
      whys: [' Crews were short ', '', 'Training began late'],
      corrective: [...plan.corrective, { what: '', dueOn: '' }],
      preventive: plan.preventive,
    };
    expect(checkPlan(typed, TODAY)).toEqual({ ok: true, value: plan });
  });
});
