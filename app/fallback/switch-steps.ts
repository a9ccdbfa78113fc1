export const switchSteps = [
  'notice',
  'data_handover',
  'access',
  'parallel_run',
  'cut_over',
  'review',
] as const;
export type SwitchStep = (typeof switchSteps)[number];
