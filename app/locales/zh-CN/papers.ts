import type { papers as english } from '../en/papers';
import type { SameShape } from '../shape';

export const papers = {
  event: {
    title: '业务回顾会议，{{quarter}}：{{vendor}}',
    text: '{{vendor}}季度业务回顾会议\n{{time}}（{{zone}}）\n材料与议程：{{link}}',
  },
} as const satisfies SameShape<typeof english>;
