export const vendors = {
  title: 'Vendors',
} as const;
