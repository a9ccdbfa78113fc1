import type { contracts as english } from '../en/contracts';
import type { SameShape } from '../shape';

export const contracts = {
  title: '合同',
} as const satisfies SameShape<typeof english>;
