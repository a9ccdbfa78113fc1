import type { settlement as english } from '../../en/errors/settlement';
import type { SameShape } from '../../shape';

export const settlement = {
  statement_fee_open: '费用按业务量计算，而业务量尚未上报，请先接受当月报告。',
  credit_not_yours: '该步骤由他人办理。',
  credit_nothing_to_move:
    '该笔抵扣已无“$t(common:creditState.{{state}})”的金额：可能已被他人处理，或当月已重新评估。',
  claim_too_late: '该笔抵扣的主张期限为 {{until}}，现已逾期。',
  claim_not_over: '该笔抵扣在 {{until}} 前仍可主张。',
  too_many_selected: '一次最多选择 {{max}} 项。',
  manual_amount_missing: '请输入大于零的金额。',
  manual_not_signed: '合同尚未签署，不能在其账户中登记奖励金或违约金。',
  manual_month_outside: '请选择已开始且合同有效的月份。',
  manual_decided: '已作出决定。',
  manual_needs_another: '您是提议人，须由另一人决定。',
  manual_not_yours: '只有提议人可以撤回。',
  credit_needs_another: '该笔抵扣由您主张，异议须由他人裁定。',
  statement_not_yours: '该步骤由对方办理。',
  statement_changed: '自您打开后，结算单已重新发送且合计金额有变，请重新核对。',
  statement_wrong_state: '结算单为“$t(settlement:state.{{state}})”时不能进行此操作。',
  statement_earlier_open: '该合同有更早月份的结算单尚未发送，请先发送。',
  rates_file_missing: '请同时选择月平均汇率和月末汇率两个文件。',
  rates_none: '两个文件没有相同的月份和币种。',
  rates_row_wrong: '第 {{row}} 行 {{column}} 不是有效汇率，未保存任何数据。',
} as const satisfies SameShape<typeof english>;
