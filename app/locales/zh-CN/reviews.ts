import type { reviews as english } from '../en/reviews';
import type { SameShape } from '../shape';

export const reviews = {
  quarter: '{{year}}年第{{quarter}}季度',
  rating: {
    good: '良好',
    approaching: '接近目标',
    improve: '需要改进',
    inadequate: '不合格',
  },
  agenda: {
    sla: '服务水平',
    incidents: '事件与违约',
    changes: '变更事项',
    compliance: '合规',
    risks: '风险',
    escalations: '升级与商务事项',
    actions: '行动项',
  },
  section: {
    kpis: '指标与评级',
    failures: '违约与整改计划',
    credits: '扣分与服务抵扣',
    disputes: '争议',
    changes: '协议变更',
    spend: '采购支出',
    dates: '续约与通知期限',
    certificates: '资质证书',
    satisfaction: '满意度',
    shared_risks: '与供应商共同关注的风险',
    suggestions: '改进建议',
    actions: '以往会议行动项',
    risks: '风险登记册',
    fallback: '备选服务商',
    backtests: '回测',
    internal_notes: '内部备注',
  },
  exception: { changed: '有变化', failed: '未达标', late: '逾期' },
} as const satisfies SameShape<typeof english>;
