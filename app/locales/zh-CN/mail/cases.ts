import type { cases as english } from '../../en/mail/cases';
import type { SameShape } from '../../shape';

export const cases = {
  breachesOpened: {
    subject_other: '{{vendor}}：合同 {{contract}} 新增 {{count}} 项 SLA 违约',
    body: '{{vendor}} 合同 {{contract}} 的评估结果显示，下列考核期未达目标值：\n\n{{lines}}\n\n请确认并说明后续措施：{{link}}\n\nMainstay',
  },
  caseAcknowledged: {
    subject: '{{vendor}} 已确认 {{kpi}} 违约案件',
    body: '{{vendor}} 的 {{person}} 已确认合同 {{contract}} 项下 {{kpi}} 违约，最近一期为{{period}}。整改计划应于{{due}}前提交。\n\n查看：{{link}}\n\nMainstay',
  },
  caseReplied: {
    subject: '{{vendor}} {{kpi}} 违约案件有新回复',
    body: '{{speaker}} 就合同 {{contract}} 项下 {{vendor}} 的 {{kpi}} 违约回复如下：\n\n{{text}}\n\n回复入口：{{link}}\n\nMainstay',
  },
  planSubmitted: {
    subject: '{{vendor}} 已提交 {{kpi}} 整改计划',
    body: '{{vendor}} 已就合同 {{contract}} 项下 {{kpi}} 违约提交整改计划，所述根本原因：\n\n{{cause}}\n\n请于{{due}}前答复，逾期未答复视为接受：{{link}}\n\nMainstay',
  },
  planAccepted: {
    subject: '{{kpi}} 整改计划已接受',
    body: '贵司就合同 {{contract}} 项下 {{kpi}} 违约提交的整改计划已接受。纠正措施应于{{due}}前完成，其后以各期考核结果验证成效。\n\n查看：{{link}}\n\nMainstay',
  },
  planAcceptedBySilence: {
    subject: '{{kpi}} 整改计划视为已接受',
    body: '贵司就合同 {{contract}} 项下 {{kpi}} 违约提交的整改计划逾十个工作日未获答复，视为已接受。\n\n查看：{{link}}\n\nMainstay',
  },
  planReturned: {
    subject: '{{kpi}} 整改计划需要修改',
    body: '贵司就合同 {{contract}} 项下 {{kpi}} 违约提交的整改计划已退回：\n\n{{text}}\n\n请于{{due}}前重新提交：{{link}}\n\nMainstay',
  },
  caseDisputed: {
    subject: '{{vendor}} 对 {{kpi}} 违约提出异议',
    body: '{{vendor}} 对合同 {{contract}} 项下 {{kpi}} 违约（最近一期{{period}}）提出异议：\n\n{{text}}\n\n请由此前未就该案件作过决定者裁定：{{link}}\n\nMainstay',
  },
  disputeUpheld: {
    subject: '{{kpi}} 异议成立',
    body: '贵司对合同 {{contract}} 项下 {{kpi}} 违约的异议成立，相关月份予以免责，服务抵扣随之取消。\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  disputeRejected: {
    subject: '{{kpi}} 异议不成立',
    body: '贵司对合同 {{contract}} 项下 {{kpi}} 违约的异议不成立：\n\n{{text}}\n\n请于{{due}}前提交整改计划：{{link}}\n\nMainstay',
  },
  caseExcused: {
    subject: '{{kpi}}：{{from}}至{{to}}免责',
    body: '合同 {{contract}} 项下 {{kpi}} 在{{from}}至{{to}}期间予以免责，不计入考核：\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  excusalRevoked: {
    subject: '{{kpi}}：{{from}}至{{to}}恢复计入考核',
    body: '合同 {{contract}} 项下 {{kpi}} 在{{from}}至{{to}}期间的免责已撤销，恢复计入考核：\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  caseWaived: {
    subject: '{{kpi}}：无须提交整改计划',
    body: '合同 {{contract}} 项下 {{kpi}} 违约及其服务抵扣维持不变，但豁免整改计划：\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  caseVerifying: {
    subject: '{{kpi}} 整改进入验证',
    body: '合同 {{contract}} 项下 {{kpi}} 违约的纠正措施已到期，进入整改验证：连续三期达标后关闭案件。\n\n查看：{{link}}\n\nMainstay',
  },
  caseClosed: {
    subject: '{{kpi}} 违约案件已关闭',
    body: '所需各期均已达标，合同 {{contract}} 项下 {{kpi}} 违约案件已关闭。\n\n查看：{{link}}\n\nMainstay',
  },
  caseEscalated: {
    subject: '{{level}} 级升级：{{vendor}}，{{kpi}}，{{period}}',
    body: '{{vendor}} 合同 {{contract}} 项下 {{kpi}} 违约案件已升级至 {{level}} 级。最近一期违约为{{period}}；整改计划应于{{due}}前提交，尚未收到。\n\n答复入口：{{link}}\n\nMainstay',
  },
} as const satisfies SameShape<typeof english>;
