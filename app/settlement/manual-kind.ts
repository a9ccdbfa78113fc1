/** What can be posted by hand: a bonus goes onto what is due, a penalty off it. */
export const manualKinds = ['bonus', 'penalty'] as const;
export type ManualKind = (typeof manualKinds)[number];

export const manualStates = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;
export type ManualState = (typeof manualStates)[number];

/** The source of an entry that people decided on, not a rule. */
export const BY_HAND = 'by_hand';
