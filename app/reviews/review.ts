/** Where a review stands: its date is set, its pack is frozen, the meeting runs, the record is out, both sides signed. */
export const reviewStates = [
  'planned',
  'frozen',
  'meeting',
  'held',
  'recorded',
  'signed',
  'cancelled',
] as const;
export type ReviewState = (typeof reviewStates)[number];
