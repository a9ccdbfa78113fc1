import type { kpi as english } from '../en/kpi';
import type { SameShape } from '../shape';

export const kpi = {
  title: '指标报告',
} as const satisfies SameShape<typeof english>;
