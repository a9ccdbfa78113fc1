import type { sla as english } from '../en/sla';
import type { SameShape } from '../shape';

export const sla = {
  title: '违约',
} as const satisfies SameShape<typeof english>;
