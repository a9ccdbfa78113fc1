import type { people as english } from '../en/people';
import type { SameShape } from '../shape';

export const people = {
  title: '用户',
} as const satisfies SameShape<typeof english>;
