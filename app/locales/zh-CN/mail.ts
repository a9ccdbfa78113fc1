import type { mail as english } from '../en/mail';
import type { SameShape } from '../shape';

export const mail = {
  reportDueSoon: {
    subject: '{{period}} 绩效报告将于 {{due}} 到期',
    body: '{{vendor}}：\n\n合同 {{contract}} 项下 {{period}} 的绩效报告应于 {{due}} 前提交。\n\n提交入口：{{link}}\n\nMainstay',
  },
  breachesOpened: {
    subject: '{{vendor}}：合同 {{contract}} 新增 {{count}} 项 SLA 违约',
    body: '{{vendor}} 合同 {{contract}} 的评估结果显示，下列考核期未达目标值：\n\n{{lines}}\n\n请确认并说明后续措施：{{link}}\n\nMainstay',
  },
  passwordLink: {
    subject: '设置您的 Mainstay 密码',
    body: '{{name}}，您好：\n\n请通过以下链接为 {{email}} 设置新密码。链接仅可使用一次，{{hours}} 小时内有效：\n\n{{link}}\n\n如果您并未要求重设密码，请忽略本邮件，原密码保持不变。\n\nMainstay',
  },
  invitation: {
    subject: '您的 Mainstay 账户已开通',
    body: '{{name}}，您好：\n\n您的 Mainstay 账户（{{email}}）已开通。请通过以下链接设置密码，链接仅可使用一次，{{hours}} 小时内有效：\n\n{{link}}\n\nMainstay',
  },
  reportSubmitted: {
    subject: '{{vendor}} 已提交 {{periods}} 绩效报告',
    body: '{{vendor}} 已提交 {{periods}} 绩效报告，附说明的预警 {{warnings}} 项。\n\n审核入口：{{link}}\n\nMainstay',
  },
  reportAccepted: {
    subject: '{{periods}} 绩效报告已接受',
    body: '贵司 {{periods}} 绩效报告已接受，所报数据即日起生效。\n\n查看报告：{{link}}\n\nMainstay',
  },
  reportReturned: {
    subject: '{{periods}} 绩效报告需要修改',
    body: '贵司 {{periods}} 绩效报告须修改后方可接受。\n\n{{note}}\n\n查看需修改的单元格并重新提交：{{link}}\n\nMainstay',
  },
} satisfies SameShape<typeof english>;
