const SERIALIZATION = new Set(['40001', '40P01']);

/** True when another transaction was in the way and the same one may succeed now. */
export function isRetryable(error: unknown): boolean {
  return SERIALIZATION.has(driverCode(error) ?? '');
}

/** True when another connection of the embedded engine is writing. */
export function isBusy(error: unknown): boolean {
  return driverCode(error)?.startsWith('SQLITE_BUSY') ?? false;
}

/** The driver's code, wherever the builder has wrapped it. */
function driverCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

const CONSTRAINTS: Record<string, ConstraintKind> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'reference',
  SQLITE_CONSTRAINT_NOTNULL: 'required',
  '23505': 'unique',
  '23503': 'reference',
  '23502': 'required',
};
export type ConstraintKind = 'unique' | 'reference' | 'required';

/** Which constraint an error speaks of, the same words for both engines; null when it is something else. */
export function brokenConstraint(error: unknown): ConstraintKind | null {
  return CONSTRAINTS[driverCode(error) ?? ''] ?? null;
}
