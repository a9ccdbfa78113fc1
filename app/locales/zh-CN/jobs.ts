import type { jobs as english } from '../en/jobs';
import type { SameShape } from '../shape';

export const jobs = {
  title: '后台任务',
} as const satisfies SameShape<typeof english>;
