/** How many conditions the form of an admission has room for. */
export const CONDITION_LINES = 4;

const FIELDS = ['title', 'side', 'ownerId', 'ownerName', 'dueOn'] as const;

/** The conditions of the form by line, as they were typed. */
export function conditionsOfForm(
  values: Readonly<Record<string, string | string[]>>,
): Record<string, string>[] {
  return Array.from({ length: CONDITION_LINES }, (_, index) =>
    Object.fromEntries(
      FIELDS.map((field) => {
        const value = values[`conditions[${index}].${field}`];
        return [field, Array.isArray(value) ? (value[0] ?? '') : (value ?? '')];
      }),
    ),
  );
}
