import type { reviews as english } from '../../en/errors/reviews';
import type { SameShape } from '../../shape';

export const reviews = {
  review_not_open: '纪要已发出或会议尚未开始，目前不能书写。',
  review_not_frozen: '材料定稿后才能开始会议，请先定稿材料。',
  review_not_held: '纪要在会后发出，且只发一次。请刷新页面查看当前状态。',
  review_not_recorded: '目前不能签署：纪要尚未发出，或双方均已签署。',
  review_comments_over: '此操作截止于{{until}}，请在会上提出。',
  review_figure_unknown: '材料中没有这项数据，请打开材料后从中提出意见。',
  review_reason_missing: '请说明会议评级与材料不一致的原因。',
  review_actions_unowned: '请先为以下行动项指定负责人：{{list}}。',
  review_signing_over: '答复期限已于{{due}}截止，纪要视为已签署。',
  review_signed_already: '贵司已作答复。',
  action_cancelled: '该行动项已取消。',
  action_done: '该行动项已完成，请先重新打开。',
  action_not_yours: '该事项由我方核实后标记完成。',
  not_a_time_zone: '请填写时区，例如 Asia/Shanghai 或 America/New_York。',
  review_exists: '该季度已有业务回顾，请打开后改期。',
  review_wrong_state: '业务回顾已进入其他阶段，请刷新页面查看当前进展。',
  review_quarter_running: '该季度至 {{until}} 结束，次日起方可定稿材料。',
  review_in_past: '该时间已过，请选择之后的时间。',
  not_a_time: '请输入时间，例如 14:30。',
  bands_order: '不能高于上一级评级的界线。',
} as const satisfies SameShape<typeof english>;
