/** What a side brings to a review of its own. */
export const itemKinds = ['item', 'suggestion'] as const;

/** A consequence changes the vendor's standing; any other decision is one of the work. */
export const decisionKinds = ['decision', 'consequence'] as const;

/** Signed, signed with a comment that objects, or taken as signed when the vendor's days had passed. */
export const signatureStates = ['signed', 'objected', 'lapsed'] as const;
