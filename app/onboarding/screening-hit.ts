/** Whether a hit waits for a person, and what was decided; `gone` is one that is no longer found. */
export const hitStates = ['open', 'same', 'different', 'gone'] as const;

/** Whose name was compared: the vendor's own, a former one, its owner's, a subcontractor's. */
export const hitSubjects = ['name', 'former_name', 'parent', 'subcontractor'] as const;
