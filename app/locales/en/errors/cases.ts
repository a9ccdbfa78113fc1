/** Cases: the answer to a breach. */
export const cases = {
  case_not_yours: 'This step belongs to the other side.',
  case_wrong_state: 'This can’t be done while the case is “$t(common:caseState.{{state}})”.',
  dispute_too_late: 'A dispute could be raised until {{until}}.',
  dispute_needs_another: 'Somebody else must rule on the dispute: you decided in this case before.',
  answer_not_overdue:
    'The plan can be answered until {{due}}; only then does it count as accepted.',
  steps_not_over: 'The corrective steps run until {{until}}; verification begins after them.',
  excusal_too_long: 'An excusal covers at most {{most}} months.',
  excusal_without_breach: 'No breach of this case lies in these months. Choose others.',
  not_verified:
    'The case closes after {{needed}} periods that pass in a row; {{passed}} have passed.',
  plan_cause_missing: 'Name the cause: ask why until you reach it.',
  plan_too_many_whys: 'Ask why at most {{most}} times.',
  plan_corrective_missing: 'Name at least one step that puts it right.',
  plan_preventive_missing: 'Name at least one step that keeps it from coming back.',
  plan_step_empty: 'Say what will be done.',
  plan_step_day: 'Enter the day by which it will be done, from {{today}} on.',
} as const;
