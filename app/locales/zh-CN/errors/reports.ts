import type { reports as english } from '../../en/errors/reports';
import type { SameShape } from '../../shape';

export const reports = {
  report_being_read: '报告正在读取，请稍候再提交。',
  report_not_draft: '该报告已提交（{{state}}）。',
  report_has_errors_other: '请先更正 {{count}} 处错误：报告须整份通过方可提交。',
  report_is_empty: '报告中没有数据，请至少填报一项。',
  report_not_returned: '未就该报告提出修改要求，或已经答复。',
  report_waits: '相同月份已有报告待审核，请说明本报告是否取代它。',
  report_stays:
    '待审核的报告不能被取代：其中有本报告没有的数据，或由对方报送。本报告可与之并存提交。',
  report_not_submitted: '该报告当前无需审核（{{state}}）。',
  warnings_need_comments: '请逐项说明预警：尚有 {{count}} 项未说明。',
  column_sum_invalid: '“{{value}}”未对应任何列。请填写列字母，例如 C - D；所引用的列须有列名。',
  ratio_needs_both: '分子与分母须同时填写或同时留空。',
  computed_kpi_empty: '请说明该指标如何计算：填写数值，或分子与分母。',
  mapping_invalid: '列对应关系不可用：{{detail}}。请检查所选列。',
} as const satisfies SameShape<typeof english>;
