import type { reviews as english } from '../../en/mail/reviews';
import type { SameShape } from '../../shape';

export const reviews = {
  fallbackProposed: {
    subject_other: '{{vendor}}：{{count}} 份备选方案待决定',
    body: '若 {{vendor}} 无法履约，可接替的备选服务商如下（服务、市场：首选）：\n\n{{lines}}\n\n请比较并作出决定：{{link}}\n\nMainstay',
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
} as const satisfies SameShape<typeof english>;
