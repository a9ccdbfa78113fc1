import type { settlement as english } from '../../en/mail/settlement';
import type { SameShape } from '../../shape';

export const settlement = {
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
} as const satisfies SameShape<typeof english>;
