export const criteria = [
  'performance',
  'readiness',
  'assessment',
  'switch_time',
  'price',
  'risk',
] as const;
export type Criterion = (typeof criteria)[number];
