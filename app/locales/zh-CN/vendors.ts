import type { vendors as english } from '../en/vendors';
import type { SameShape } from '../shape';

export const vendors = {
  title: '供应商',
} as const satisfies SameShape<typeof english>;
