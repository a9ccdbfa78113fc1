import type { reports as english } from '../../en/mail/reports';
import type { SameShape } from '../../shape';

export const reports = {
  reportDueSoon: {
    subject: '{{period}}绩效报告将于{{due}}到期',
    body: '{{vendor}}：\n\n合同 {{contract}} 项下{{period}}的绩效报告应于{{due}}前提交。\n\n提交入口：{{link}}\n\nMainstay',
  },
  reportDueToday: {
    subject: '{{period}}绩效报告：{{due}}到期',
    body: '{{vendor}}：\n\n合同 {{contract}} 项下{{period}}绩效报告应于{{due}}提交，目前尚未收到。{{grace}}之后将视为缺报。\n\n尚待报送的指标：{{missing}}\n\n提交入口：{{link}}\n\nMainstay',
  },
  reportOverdue: {
    subject: '{{period}}绩效报告已逾期',
    body: '{{vendor}}：\n\n合同 {{contract}} 项下{{period}}绩效报告应于{{due}}提交，现已逾期。收到之前，相关月份按未报送处理，并适用服务水平条款的相应约定。\n\n尚待报送的指标：{{missing}}\n\n提交入口：{{link}}\n\nMainstay',
  },
  reportMissing: {
    subject: '{{vendor}}：{{period}}绩效报告已逾期',
    body: '{{vendor}} 合同 {{contract}} 项下{{period}}绩效报告应于{{due}}提交，现已逾期，已通知供应商。\n\n尚待报送的指标：{{missing}}\n\n查看：{{link}}\n\nMainstay',
  },
  reportSubmitted: {
    subject: '{{vendor}} 已提交{{periods}}绩效报告',
    body: '{{vendor}} 已提交{{periods}}绩效报告，附说明的预警 {{warnings}} 项。\n\n审核入口：{{link}}\n\nMainstay',
  },
  reportWithdrawn: {
    subject: '{{vendor}} 已撤回{{periods}}绩效报告',
    body: '{{vendor}} 已撤回{{periods}}绩效报告，目前无需审核；再次提交时将另行通知。\n\n待审核报告：{{link}}\n\nMainstay',
  },
  reportAccepted: {
    subject: '{{periods}}绩效报告已接受',
    body: '贵司{{periods}}绩效报告已接受，所报数据即日起生效。\n\n查看报告：{{link}}\n\nMainstay',
  },
  reportReturned: {
    subject: '{{periods}}绩效报告需要修改',
    body: '贵司{{periods}}绩效报告须修改后方可接受。\n\n{{note}}\n\n查看需修改的单元格并重新提交：{{link}}\n\nMainstay',
  },
} as const satisfies SameShape<typeof english>;
