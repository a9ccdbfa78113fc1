import type { onboarding as english } from '../../en/mail/onboarding';
import type { SameShape } from '../../shape';

export const onboarding = {
  scoresAsked: {
    subject: '请于{{due}}前为{{vendor}}评分',
    body: '请于{{due}}前为{{vendor}}评分。全部评估人提交之前，任何人都看不到您的评分。\n\n在此评分：{{link}}\n\nMainstay',
  },
  resultReleased: {
    subject: '贵司的评估结论',
    body: '{{vendor}}：\n\n贵司的评估结论及计算过程已公布。如有意见或需申请复核，请访问：\n\n{{link}}\n\nMainstay',
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
} as const satisfies SameShape<typeof english>;
