import type { errors as english } from '../en/errors';
import type { SameShape } from '../shape';

export const errors = {
  unknown: '操作被拒绝（{{code}}）。',
  invalid: '无法识别该内容，请检查后重新提交。',
  required: '请填写此项。',
  too_long: '请缩短至 {{max}} 个字符以内。',
  too_short: '请至少填写 {{min}} 个字符。',
  not_a_number: '请填写数字，例如 79.5，不要带其他符号。',
  too_large: '不得大于 {{max}}。',
  too_small: '不得小于 {{min}}。',
  not_a_date: '请填写日期，例如 2023-07-31。',
  not_a_month: '请填写月份，例如 2023-07。',
  not_an_email: '请填写邮箱地址，例如 name@company.com。',
  not_a_choice: '请从列出的选项中选择。',
  ends_before_start: '结束日期须晚于开始日期。',
  already_exists: '“{{value}}”已存在，请换一个。',
  not_found: '该记录不存在，或不在您的权限范围内。',
  not_allowed: '您的角色无权执行此操作。',
  changed_meanwhile: '其他人刚刚修改了该记录。请刷新页面，查看变更后再决定。',
  wrong_state: '当前状态为“{{state}}”，不能执行此操作。',
  file_missing: '请先选择文件。',
  file_empty: '文件为空。请选择至少包含表头和一行数据的文件。',
  file_too_large: '文件超过 {{max}}。请拆分，或删去不需要的内容。',
  same_person: '须由另一人操作：这是您自己提交的。',
} as const satisfies SameShape<typeof english>;
