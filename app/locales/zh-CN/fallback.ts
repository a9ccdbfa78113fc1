import type { fallback as english } from '../en/fallback';
import type { SameShape } from '../shape';

export const fallback = {
  title: '备选服务商',
} as const satisfies SameShape<typeof english>;
