import type { fallback as english } from '../../en/errors/fallback';
import type { SameShape } from '../../shape';

export const fallback = {
  weight_out_of_range: '权重须在 0 至 100 之间。',
  weights_total: '权重合计为 {{total}}，须等于 100。',
  vendor_without_service: '该供应商不提供 {{service}}，无需备选。',
  vendor_stands_by:
    '在您负责的范围内，该供应商只是 {{service}} 的备用供应商：请选择您负责的一个市场。',
  vendor_not_in_market: '该供应商未在 {{market}} 提供 {{service}}。',
  vendor_offers_nothing: '{{value}} 尚无服务能力记录，请先登记。',
  decider_asked: '该方案由您发起，须由他人作出决定。',
  candidate_left: '{{vendor}} 已不是已准入或合作中的供应商。请驳回本方案后重新生成。',
  switch_step_stays: '切换计划的单个步骤不能取消。请在备选方案中放弃整个切换。',
  switch_over: '该切换已结束，不能再修改。',
  proposal_decided: '该备选方案已有决定：“$t(common:proposalState.{{state}})”。',
  not_a_candidate: '该供应商不是本方案的备选服务商，请选择通过全部准入条件者。',
  share_not_positive: '份额须大于 0，例如 60。',
  share_twice: '同一供应商出现两次，请合并为一个份额。',
  split_single: '分流须涉及两家或以上供应商；若只用一家，请直接采纳。',
  shares_total: '份额合计为 {{total}}%，须等于 100%。',
} as const satisfies SameShape<typeof english>;
