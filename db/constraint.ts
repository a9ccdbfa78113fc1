const SERIALIZATION = new Set(['40001', '40P01']);

/** True when another transaction was in the way and the same one may succeed now. */
export function isRetryable(error: unknown): boolean {
  return SERIALIZATION.has(driverCode(error) ?? '');
}

/** True when another connection of the embedded engine is writing. */
export function isBusy(error: unknown): boolean {
  return driverCode(error)?.startsWith('SQLITE_BUSY') ?? false;
}

const UNREACHABLE =
  /^(ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|08\w{3}|57P0[1-4]|53300|SQLITE_BUSY\w*|SQLITE_CANTOPEN\w*|SQLITE_IOERR\w*)$/;
const FULL = /^(ENOSPC|EDQUOT|53100|SQLITE_FULL)$/;
/** What the PostgreSQL driver says without a code. */
const CONNECTION_LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export type StoreFailure = 'unreachable' | 'full';

/** What ails the store that an error speaks of, so that the same request may succeed later; null for any other error. */
export function storeFailure(error: unknown): StoreFailure | null {
  const code = driverCode(error) ?? '';
  if (FULL.test(code)) return 'full';
  if (UNREACHABLE.test(code)) return 'unreachable';
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (CONNECTION_LOST.test(cause.message)) return 'unreachable';
  }
  return null;
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
