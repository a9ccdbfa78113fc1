import type { cases as english } from '../../en/errors/cases';
import type { SameShape } from '../../shape';

export const cases = {
  case_not_yours: '该步骤应由另一方处理。',
  case_wrong_state: '案件处于“$t(common:caseState.{{state}})”状态，不能执行此操作。',
  dispute_too_late: '提出异议的期限为 {{until}}，现已逾期。',
  dispute_needs_another: '您此前已就该案件作过决定，异议须由他人裁定。',
  answer_not_overdue: '整改计划的答复期至 {{due}}，逾期未答复才视为接受。',
  steps_not_over: '纠正措施于 {{until}} 到期，其后方可开始验证。',
  excusal_too_long: '一次免责最多涵盖 {{most}} 个月。',
  excusal_without_breach: '所选月份内没有本案件的违约，请另选月份。',
  not_verified: '连续 {{needed}} 期达标后方可关闭，目前为 {{passed}} 期。',
  plan_cause_missing: '请写明原因：逐层追问，直至根本原因。',
  plan_too_many_whys: '最多追问 {{most}} 个“为什么”。',
  plan_corrective_missing: '请至少填写一项纠正措施。',
  plan_preventive_missing: '请至少填写一项预防措施。',
  plan_step_empty: '请写明措施内容。',
  plan_step_day: '请填写完成日期，不早于 {{today}}。',
} as const satisfies SameShape<typeof english>;
