/** What became of a match with a name on a sanctions list. */
export const hitStates = ['open', 'same', 'different', 'gone'] as const;
/** Which of a vendor's names matched. */
export const hitSubjects = ['name', 'former_name', 'parent', 'subcontractor'] as const;
