import type { mail as english } from '../en/mail';
import type { SameShape } from '../shape';

export const mail = {
  reportDueSoon: {
    subject: '{{period}} 绩效报告将于 {{due}} 到期',
    body: '{{vendor}}：\n\n合同 {{contract}} 项下 {{period}} 的绩效报告应于 {{due}} 前提交。\n\n提交入口：{{link}}\n\nMainstay',
  },
} satisfies SameShape<typeof english>;
