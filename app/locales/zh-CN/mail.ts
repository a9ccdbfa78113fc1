import type { mail as english } from '../en/mail';
import type { SameShape } from '../shape';

export const mail = {
  fallbackProposed: {
    subject_other: '{{vendor}}：{{count}} 份备选方案待决定',
    body: '若 {{vendor}} 无法履约，可接替的备选服务商如下（服务、市场：首选）：\n\n{{lines}}\n\n请比较并作出决定：{{link}}\n\nMainstay',
  },
  scoresAsked: {
    subject: '请于{{due}}前为{{vendor}}评分',
    body: '请于{{due}}前为{{vendor}}评分。全部评估人提交之前，任何人都看不到您的评分。\n\n在此评分：{{link}}\n\nMainstay',
  },
  resultReleased: {
    subject: '贵司的评估结论',
    body: '{{vendor}}：\n\n贵司的评估结论及计算过程已公布。如有意见或需申请复核，请访问：\n\n{{link}}\n\nMainstay',
  },
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
  breachesOpened: {
    subject_other: '{{vendor}}：合同 {{contract}} 新增 {{count}} 项 SLA 违约',
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
  vendorInvitation: {
    subject: '{{vendor}}：供应商邀请',
    body: '{{name}}，您好！\n\n我们希望就以下服务进一步了解 {{vendor}}：{{services}}。\n\n请在门户中填报贵司资料。以下链接可登录一次，{{days}} 天内有效：\n\n{{link}}\n\n内容可随时保存、稍后继续，问卷也可用 Excel 填写。\n\nMainstay',
  },
  vendorInvitationPlain: {
    subject: '{{vendor}}：供应商邀请',
    body: '{{name}}，您好！\n\n我们希望进一步了解 {{vendor}}，请在门户中填报贵司资料。以下链接可登录一次，{{days}} 天内有效：\n\n{{link}}\n\n内容可随时保存、稍后继续，问卷也可用 Excel 填写。\n\nMainstay',
  },
  companySubmitted: {
    subject: '{{vendor}} 已提交公司资料',
    body: '{{vendor}} 已完成填报并提交审核。\n\n查看：{{link}}\n\nMainstay',
  },
  companyResubmitted: {
    subject: '{{vendor}} 已修改并重新提交资料',
    body: '{{vendor}} 已修改退回的内容并重新提交。\n\n查看：{{link}}\n\nMainstay',
  },
  companyReturned: {
    subject: '公司资料需要修改',
    body: '{{vendor}}，您好！\n\n贵司填报的部分内容已退回：\n\n{{remark}}\n\n请修改后重新提交：{{link}}\n\nMainstay',
  },
  colleagueInvited: {
    subject: '{{name}} 是否代表 {{vendor}}？',
    body: '{{by}} 拟邀请 {{name}}（{{email}}）代表 {{vendor}} 登录。在贵司人员或我方另一名同事确认之前，不会向此人发送任何邮件。\n\n如认识此人请确认，否则请拒绝：{{link}}\n\nMainstay',
  },
  invitationRefused: {
    subject: '{{vendor}}：您对 {{name}} 的邀请已被拒绝',
    body: '{{by}} 拒绝了您邀请 {{name}}（{{email}}）代表 {{vendor}} 登录的提议，未向此人发送任何邮件。\n\n可在此查看邀请情况，如确有需要可再次提出：{{link}}\n\nMainstay',
  },
  admissionApproved: {
    subject: '贵司已获准入',
    body: '{{vendor}}，您好！\n\n贵司已获准成为供应商，我方将就合同事宜与贵司联系。\n\n请保持资料更新：{{link}}\n\nMainstay',
  },
  admissionConditional: {
    subject: '贵司已获有条件准入',
    body: '{{vendor}}，您好！\n\n贵司已获准成为供应商，条件如下：\n\n{{conditions}}\n\n贵司需完成的事项及期限：{{link}}\n\nMainstay',
  },
  admissionConditionalOurs: {
    subject: '贵司已获有条件准入',
    body: '{{vendor}}，您好！\n\n贵司已获有条件准入，相关条件无需贵司处理。\n\n请保持资料更新：{{link}}\n\nMainstay',
  },
  admissionRejected: {
    subject: '供应商准入结果',
    body: '{{vendor}}，您好！\n\n经综合审查，暂不予准入。贵司日后可重新填报资料：{{link}}\n\nMainstay',
  },
  admissionDecided: {
    subject: '{{vendor}}：准入已决定',
    body: '{{vendor}} 的准入已有决定。\n\n查看决定及后续事项：{{link}}\n\nMainstay',
  },
  checkGiven: {
    subject: '{{vendor}}：有一项审查交给您',
    body: '{{vendor}} 的一项审查已交给您，请查证并记录结果：\n\n{{link}}\n\nMainstay',
  },
  changeProposed: {
    subject: '{{vendor}}：有变更待确认',
    body: '{{vendor}} 申请变更服务能力或证书，经您确认后生效：\n\n{{link}}\n\nMainstay',
  },
  changeConfirmed: {
    subject: '变更已确认',
    body: '贵司提交的变更已确认生效。\n\n查看：{{link}}\n\nMainstay',
  },
  changeRefused: {
    subject: '变更未获确认',
    body: '贵司提交的变更未获确认：\n\n{{reason}}\n\n查看：{{link}}\n\nMainstay',
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
  caseAcknowledged: {
    subject: '{{vendor}} 已确认 {{kpi}} 违约案件',
    body: '{{vendor}} 的 {{person}} 已确认合同 {{contract}} 项下 {{kpi}} 违约，最近一期为{{period}}。整改计划应于{{due}}前提交。\n\n查看：{{link}}\n\nMainstay',
  },
  reviewDraft: {
    subject: '{{vendor}} {{quarter}} 业务回顾：纪要草稿已生成',
    body: '{{vendor}} {{quarter}} 业务回顾已结束，纪要草稿已生成。请审阅、补充后发给双方：\n\n{{link}}\n\nMainstay',
  },
  reviewDraftWaits: {
    subject: '{{vendor}} {{quarter}} 业务回顾：纪要尚未发出',
    body: '{{vendor}} {{quarter}} 业务回顾已过去一天，纪要仍待您发出：{{link}}\n\nMainstay',
  },
  reviewRecord: {
    subject: '{{vendor}} {{quarter}} 业务回顾：纪要待签署',
    body: '{{vendor}} {{quarter}} 业务回顾纪要已发出。供应商可于{{due}}前签署或提出异议，逾期未答复视为签署。\n\n查看并签署：{{link}}\n\nMainstay',
  },
  reviewSigned: {
    subject: '{{vendor}} {{quarter}} 业务回顾：{{speaker}} 已签署纪要',
    body: '{{speaker}} 已签署 {{vendor}} {{quarter}} 业务回顾纪要。\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  reviewObjected: {
    subject: '{{quarter}} 业务回顾：{{vendor}} 对纪要提出异议',
    body: '{{vendor}} 的 {{person}} 对 {{quarter}} 业务回顾纪要提出异议：\n\n{{text}}\n\n异议与纪要一并留存：{{link}}\n\nMainstay',
  },
  reviewLapsed: {
    subject: '{{vendor}} {{quarter}} 业务回顾：纪要视为已签署',
    body: '{{vendor}} 对 {{quarter}} 业务回顾纪要的答复期限已于{{due}}截止，纪要视为已签署。\n\n查看：{{link}}\n\nMainstay',
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
  contractEnds: {
    subject: '{{vendor}}：合同 {{name}} 本期于{{date}}届满',
    body: '与 {{vendor}} 的合同 {{name}} 本期于{{date}}届满，剩余 {{days}} 天。\n\n请查看续约约定并作出决定：{{link}}\n\nMainstay',
  },
  contractNotice: {
    subject: '{{vendor}}：合同 {{name}} 的解约通知截止日为{{date}}',
    body: '与 {{vendor}} 的合同 {{name}}，我方最迟须于{{date}}发出通知，剩余 {{days}} 天。逾期未通知，合同按约定继续履行。\n\n查看合同约定：{{link}}\n\nMainstay',
  },
  certificateExpires: {
    subject: '{{vendor}}：证书 {{name}} 将于{{date}}到期',
    body: '{{vendor}} 的证书 {{name}} 将于{{date}}到期，剩余 {{days}} 天。\n\n请提交新证书：{{link}}\n\nMainstay',
  },
  documentExpires: {
    subject: '{{vendor}}：文件 {{name}} 将于{{date}}到期',
    body: '{{vendor}} 的文件 {{name}} 将于{{date}}到期，剩余 {{days}} 天。\n\n请提交新文件：{{link}}\n\nMainstay',
  },
  checkExpires: {
    subject: '{{vendor}}：尽职调查 {{name}} 将于{{date}}到期',
    body: '{{vendor}} 的尽职调查 {{name}} 将于{{date}}到期，剩余 {{days}} 天。\n\n请重新核查：{{link}}\n\nMainstay',
  },
  creditsClaimed: {
    subject_other: '向 {{vendor}} 主张 {{count}} 笔服务抵扣',
    body: '{{person}} 依据 SLA 条款主张以下服务抵扣（月份、合同：金额）：\n\n{{lines}}\n\n请予接受，或说明理由提出异议：{{link}}\n\nMainstay',
  },
  creditsAccepted: {
    subject_other: '{{vendor}} 已接受 {{count}} 笔服务抵扣',
    body: '{{vendor}} 的 {{person}} 已接受（月份、合同：金额）：\n\n{{lines}}\n\n将计入下一期结算单：{{link}}\n\nMainstay',
  },
  creditsDisputed: {
    subject_other: '{{vendor}} 对 {{count}} 笔服务抵扣提出异议',
    body: '{{vendor}} 的 {{person}} 提出异议（月份、合同：金额）：\n\n{{lines}}\n\n{{text}}\n\n请由主张人以外的人员裁定：{{link}}\n\nMainstay',
  },
  creditDisputeUpheld: {
    subject_other: '{{count}} 笔服务抵扣的异议成立',
    body: '以下金额不再主张（月份、合同：金额）：\n\n{{lines}}\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  creditDisputeRejected: {
    subject_other: '{{count}} 笔服务抵扣的异议不成立',
    body: '以下金额维持不变，计入下一期结算单（月份、合同：金额）：\n\n{{lines}}\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  creditsWaived: {
    subject_other: '豁免 {{count}} 笔服务抵扣',
    body: '以下金额不予主张（月份、合同：金额）：\n\n{{lines}}\n\n{{text}}\n\n查看：{{link}}\n\nMainstay',
  },
  statementSent: {
    subject: '合同 {{contract}} {{period}}结算单',
    body: '{{vendor}}：\n\n合同 {{contract}} 项下{{period}}的结算单已出具，合计 {{total}} {{currency}}。\n\n请确认，或指出有误之处：{{link}}\n\nMainstay',
  },
  statementAgreed: {
    subject: '{{vendor}} 已确认{{period}}结算单',
    body: '{{vendor}} 的 {{person}} 已确认合同 {{contract}} 项下{{period}}的结算单，合计 {{total}} {{currency}}。\n\n办理结算：{{link}}\n\nMainstay',
  },
  statementDisputed: {
    subject: '{{vendor}} 对{{period}}结算单有异议',
    body: '{{vendor}} 的 {{person}} 指出合同 {{contract}} 项下{{period}}的结算单有误：\n\n{{text}}\n\n请更正后重新发送：{{link}}\n\nMainstay',
  },
  statementSettled: {
    subject: '合同 {{contract}} {{period}}结算单已结清',
    body: '{{vendor}}：\n\n合同 {{contract}} 项下{{period}}的结算单已结清，合计 {{total}} {{currency}}。发票：{{invoice}}\n\n查看：{{link}}\n\nMainstay',
  },
  contractSubmitted: {
    subject: '{{vendor}}：合同 {{contract}} 待批准',
    body: '{{person}} 已将与 {{vendor}} 的合同 {{contract}} 提交审批。\n\n请审阅后批准，或注明意见退回：{{link}}\n\nMainstay',
  },
  standardProposed: {
    subject_other: '标准条款 {{standard}}：{{count}} 份合同待批准',
    body: '标准条款 {{standard}} 拟自{{date}}起适用于 {{count}} 份已生效合同：\n\n{{reason}}\n\n请查看各合同的变更，可一次批准，也可逐份决定：{{link}}\n\nMainstay',
  },
  bonusProposed: {
    subject: '{{vendor}}：{{period}}奖励金 {{amount}} {{currency}} 待决定',
    body: '{{person}} 提议就与 {{vendor}} 的合同 {{contract}} 给予{{period}}奖励金 {{amount}} {{currency}}：\n\n{{reason}}\n\n请查看依据并作出决定：{{link}}\n\nMainstay',
  },
  penaltyProposed: {
    subject: '{{vendor}}：{{period}}违约金 {{amount}} {{currency}} 待决定',
    body: '{{person}} 提议就与 {{vendor}} 的合同 {{contract}} 扣收{{period}}违约金 {{amount}} {{currency}}：\n\n{{reason}}\n\n请查看依据并作出决定：{{link}}\n\nMainstay',
  },
  bonusApproved: {
    subject: '{{vendor}}：{{period}}奖励金 {{amount}} {{currency}} 已批准',
    body: '{{person}} 已批准您就与 {{vendor}} 的合同 {{contract}} 提议的{{period}}奖励金 {{amount}} {{currency}}，已记入账户：{{link}}\n\nMainstay',
  },
  bonusRejected: {
    subject: '{{vendor}}：{{period}}奖励金 {{amount}} {{currency}} 已驳回',
    body: '{{person}} 已驳回您就与 {{vendor}} 的合同 {{contract}} 提议的{{period}}奖励金 {{amount}} {{currency}}：\n\n{{reason}}\n\n详情见：{{link}}\n\nMainstay',
  },
  penaltyApproved: {
    subject: '{{vendor}}：{{period}}违约金 {{amount}} {{currency}} 已批准',
    body: '{{person}} 已批准您就与 {{vendor}} 的合同 {{contract}} 提议的{{period}}违约金 {{amount}} {{currency}}，已记入账户：{{link}}\n\nMainstay',
  },
  penaltyRejected: {
    subject: '{{vendor}}：{{period}}违约金 {{amount}} {{currency}} 已驳回',
    body: '{{person}} 已驳回您就与 {{vendor}} 的合同 {{contract}} 提议的{{period}}违约金 {{amount}} {{currency}}：\n\n{{reason}}\n\n详情见：{{link}}\n\nMainstay',
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
  reviewInvitation: {
    subject: '{{vendor}} {{quarter}} 业务回顾：{{meets}}',
    body: '与 {{vendor}} 的 {{quarter}} 季度业务回顾定于{{meets}}举行。\n\n回顾材料将于会前两周发出，请于{{until}}前反馈意见。议程和日历文件见：{{link}}\n\nMainstay',
  },
  reviewMoved: {
    subject: '{{vendor}} {{quarter}} 业务回顾改期：{{meets}}',
    body: '与 {{vendor}} 的 {{quarter}} 季度业务回顾改于{{meets}}举行：\n\n{{reason}}\n\n日历文件见：{{link}}\n\nMainstay',
  },
  reviewCancelled: {
    subject: '{{vendor}} {{quarter}} 业务回顾取消',
    body: '原定{{meets}}与 {{vendor}} 举行的 {{quarter}} 季度业务回顾已取消：\n\n{{reason}}\n\n详情见：{{link}}\n\nMainstay',
  },
  reviewPackReady: {
    subject: '{{quarter}} 业务回顾材料已定稿',
    body: '{{vendor}}：\n\n{{quarter}} 季度业务回顾材料已定稿，会议日期为{{meets}}。\n\n请查阅材料，并于{{until}}前对各项数据提出意见、补充议题：{{link}}\n\nMainstay',
  },
  reviewCommentsDue: {
    subject: '{{quarter}} 业务回顾：请于{{until}}前反馈意见',
    body: '{{vendor}}：\n\n请于{{until}}前对 {{quarter}} 季度业务回顾材料提出意见，并补充议题和建议。会议时间为{{meets}}。\n\n填写入口：{{link}}\n\nMainstay',
  },
  actionGiven: {
    subject: '新的行动项：{{what}}',
    body: '{{person}} 交办以下事项：\n\n{{what}}\n\n供应商：{{vendor}}\n期限：{{due}}\n\n{{link}}\n\nMainstay',
  },
  actionsDue: {
    subject: '{{count}} 项行动即将到期或已逾期',
    body: '以下行动项由您负责：\n\n{{list}}\n\n完成后请标记；如需调整期限，请及时说明：{{link}}\n\nMainstay',
  },
  reviewSoon: {
    subject: '{{vendor}} {{quarter}} 业务回顾：{{meets}}',
    body: '与 {{vendor}} 的 {{quarter}} 季度业务回顾将于{{meets}}举行。\n\n材料和议程见：{{link}}\n\nMainstay',
  },
} satisfies SameShape<typeof english>;
