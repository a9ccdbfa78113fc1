import type { desk as english } from '../en/desk';
import type { SameShape } from '../shape';

export const desk = {
  title: '工作台',
} as const satisfies SameShape<typeof english>;
