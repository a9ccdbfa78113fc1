export const kpi = {
  title: 'Reports',
} as const;
