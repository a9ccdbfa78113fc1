import { expect, it } from 'vitest';
import { checkPlan } from './case-plan';
import { planOfForm, refusalOnForm } from './plan-form';

const values = {
  'whys[0]': 'Trains leave late',
  'corrective[0].what': '',
  'corrective[1].what': 'Add a crew',
  'corrective[1].dueOn': '2024年2月9日',
  'preventive[2].what': 'Plan rosters',
  'preventive[2].dueOn': 'soon',
};

it('reads days as people type them, and leaves what is none to be mended', () => {
  const plan = planOfForm(values);
  expect(plan.corrective[1]).toEqual({ what: 'Add a crew', dueOn: '2024-02-09' });
  expect(plan.preventive[2]?.dueOn).toBe('soon');
});

it('puts a refusal at the line of the form, empty lines counted', () => {
  const plan = planOfForm(values);
  const checked = checkPlan(plan, '2024-01-12');
  if (checked.ok) throw new Error('was accepted');
  expect(refusalOnForm(checked, plan).reason).toMatchObject({
    code: 'plan_step_day',
    field: 'preventive[2].dueOn',
  });
});

it.each([
  ['whys', 'whys[0]'],
  ['corrective', 'corrective[0].what'],
  ['text', 'text'],
])('%s stands at %s', (field, expected) => {
  const refusal = { ok: false as const, reason: { code: 'x', field } };
  expect(refusalOnForm(refusal, planOfForm({})).reason.field).toBe(expected);
});
