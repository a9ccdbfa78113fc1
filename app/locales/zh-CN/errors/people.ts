import type { people as english } from '../../en/errors/people';
import type { SameShape } from '../../shape';

export const people = {
  sign_in_failed:
    '邮箱或密码不正确。连续失败五次后账户将锁定 15 分钟；通过邮件链接重设密码可立即解锁。',
  too_many_attempts: '尝试次数过多，请在 {{minutes}} 分钟后重试。',
  demo_elsewhere: '演示账户仅限在本机使用。',
  password_short: '至少 {{min}} 个字符，用几个词连成一句即可。',
  password_long: '最多 {{max}} 个字符。',
  password_common: '该密码过于常见，容易被猜中。请用几个互不相关的词组成密码。',
  password_personal: '密码中请勿包含您的姓名或邮箱。',
  password_wrong: '当前密码不正确。',
  password_same: '新密码不能与当前密码相同。',
  link_dead: '链接已失效，请重新获取。',
  vendor_required: '请填写该用户所属的供应商。',
  vendor_of_insider: '只有供应商角色才属于某家供应商。请留空或更改角色。',
  reach_of_outsider: '供应商用户仅可查看本公司数据，不设数据范围，请留空。',
  name_of_ours: '我方已有人使用“{{value}}”这一姓名。请加上全名或英文名，以免混淆。',
  own_role: '您不能修改自己的角色，请由其他管理员修改。',
  own_account: '您不能停用自己的账户，请由其他管理员操作。',
  last_administrator: '这是最后一位管理员。请先指定其他管理员。',
  person_inactive: '该用户已停用，请先恢复。',
  erase_active: '该用户仍可登录，请先停用。',
  person_erased: '该用户的个人信息已被删除。',
  person_owes:
    '请先由他人接手：未完成措施 {{actions}} 项、主持的业务回顾 {{reviews}} 次、未完成审查 {{checks}} 项、未提交评分 {{scorings}} 项。',
  person_active: '该用户已可登录。',
  invitation_unconfirmed: '该用户的邀请尚待确认或已被撤销，请在供应商页面确认或重新发送。',
  too_many_tokens: '有效令牌已达 {{max}} 个，请先吊销不再需要的。',
  setting_invalid: '该值无效，请按示例填写。',
  not_an_address: '请填写打开本系统的地址，例如 https://portal.company.com。',
  mail_cleared: '邮件正文已清理，无法再次发送。',
  mail_not_failed: '只有发送失败或留存的邮件可以重新发送。',
} as const satisfies SameShape<typeof english>;
