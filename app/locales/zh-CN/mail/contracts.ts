import type { contracts as english } from '../../en/mail/contracts';
import type { SameShape } from '../../shape';

export const contracts = {
  contractEnds: {
    subject: '{{vendor}}：合同 {{name}} 本期于{{date}}届满',
    body: '与 {{vendor}} 的合同 {{name}} 本期于{{date}}届满，剩余 {{days}} 天。\n\n请查看续约约定并作出决定：{{link}}\n\nMainstay',
  },
  contractNotice: {
    subject: '{{vendor}}：合同 {{name}} 的解约通知截止日为{{date}}',
    body: '与 {{vendor}} 的合同 {{name}}，我方最迟须于{{date}}发出通知，剩余 {{days}} 天。逾期未通知，合同按约定继续履行。\n\n查看合同约定：{{link}}\n\nMainstay',
  },
  certificateExpires: {
    subject: '{{vendor}}：证书“{{name}}”将于{{date}}到期',
    body: '{{vendor}} 的证书“{{name}}”将于{{date}}到期，剩余 {{days}} 天。\n\n请提交新证书：{{link}}\n\nMainstay',
  },
  documentExpires: {
    subject: '{{vendor}}：文件“{{name}}”将于{{date}}到期',
    body: '{{vendor}} 的文件“{{name}}”将于{{date}}到期，剩余 {{days}} 天。\n\n请提交新文件：{{link}}\n\nMainstay',
  },
  checkExpires: {
    subject: '{{vendor}}：尽职调查“{{name}}”将于{{date}}到期',
    body: '{{vendor}} 的尽职调查“{{name}}”将于{{date}}到期，剩余 {{days}} 天。\n\n请重新核查：{{link}}\n\nMainstay',
  },
  contractSubmitted: {
    subject: '{{vendor}}：合同 {{contract}} 待批准',
    body: '{{person}} 已将与 {{vendor}} 的合同 {{contract}} 提交审批。\n\n请审阅后批准，或注明意见退回：{{link}}\n\nMainstay',
  },
  standardProposed: {
    subject_other: '标准条款 {{standard}}：{{count}} 份合同待批准',
    body: '标准条款 {{standard}} 拟自{{date}}起适用于 {{count}} 份已生效合同：\n\n{{reason}}\n\n请查看各合同的变更，可一次批准，也可逐份决定：{{link}}\n\nMainstay',
  },
  contractApproved: {
    subject: '{{vendor}}：合同 {{contract}} 已批准',
    body: '与 {{vendor}} 的合同 {{contract}} 已完成全部审批，可以签署：{{link}}\n\nMainstay',
  },
  contractReturned: {
    subject: '{{vendor}}：合同 {{contract}} 已退回',
    body: '{{person}} 已退回与 {{vendor}} 的合同 {{contract}}：\n\n{{reason}}\n\n合同已恢复为草稿：{{link}}\n\nMainstay',
  },
  contractSigned: {
    subject: '合同 {{contract}} 已签署',
    body: '{{vendor}}：\n\n合同 {{contract}} 已签署，自{{date}}起生效。条款与期限见：{{link}}\n\nMainstay',
  },
  contractTerminated: {
    subject: '合同 {{contract}} 将于{{date}}终止',
    body: '{{vendor}}：\n\n合同 {{contract}} 提前终止，最后一日为{{date}}：\n\n{{reason}}\n\n详情见：{{link}}\n\nMainstay',
  },
  amendmentApproved: {
    subject: '{{vendor}}：合同 {{contract}} 补充协议 {{number}} 已批准',
    body: '{{person}} 已批准您提出的与 {{vendor}} 的合同 {{contract}} 补充协议 {{number}}：{{link}}\n\nMainstay',
  },
  amendmentRejected: {
    subject: '{{vendor}}：合同 {{contract}} 补充协议 {{number}} 已驳回',
    body: '{{person}} 已驳回您提出的与 {{vendor}} 的合同 {{contract}} 补充协议 {{number}}：\n\n{{reason}}\n\n详情见：{{link}}\n\nMainstay',
  },
  amendmentProposed: {
    subject: '{{vendor}}：合同 {{contract}} 补充协议 {{number}} 待决定',
    body: '与 {{vendor}} 的合同 {{contract}} 已提出补充协议 {{number}}，自{{date}}起生效：\n\n{{reason}}\n\n请查看变更内容并作出决定：{{link}}\n\nMainstay',
  },
} as const satisfies SameShape<typeof english>;
