import type { nav as english } from '../en/nav';
import type { SameShape } from '../shape';

export const nav = {
  desk: '工作台',
  vendors: '供应商',
  given: '我的审查',
  contracts: '合同',
  company: '本公司',
  reports: '绩效报告',
  breaches: '违约',
  fallback: '备选服务商',
  reviews: '业务回顾',
  administration: '系统管理',
  jobs: '后台任务',
} as const satisfies SameShape<typeof english>;
