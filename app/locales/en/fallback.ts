export const fallback = {
  title: 'Fallback',
} as const;
