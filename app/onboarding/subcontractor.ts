/** Which of our data a subcontractor reaches. */
export const dataAccesses = ['none', 'internal', 'personal'] as const;
