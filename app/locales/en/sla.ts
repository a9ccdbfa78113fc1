export const sla = {
  title: 'Breaches',
} as const;
