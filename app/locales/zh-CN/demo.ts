import type { demo as english } from '../en/demo';
import type { SameShape } from '../shape';

export const demo = {
  title: '演示',
  banner:
    '系统时钟停在{{date}}。承运商的数据真实；合同条款、产能和价格仅供演示。系统不会发送邮件。',
} as const satisfies SameShape<typeof english>;
