/** Failures in a row after which an account rests, and for how long. Minutes. */
const LOCK_OUT = { failures: 5, minutes: 15 };

export type Lock = { failedSignIns: number; lockedUntil: string | null };

/** Whether the account rests: then even the right password is refused. */
export function isLocked(lock: Pick<Lock, 'lockedUntil'>, now: Date): boolean {
  return lock.lockedUntil !== null && lock.lockedUntil > now.toISOString();
}

/** The account after one more failure: it rests with every fifth in a row. */
export function afterFailure({ failedSignIns }: Lock, now: Date): Lock {
  const failures = failedSignIns + 1;
  const rests = failures % LOCK_OUT.failures === 0;
  const until = new Date(now.getTime() + LOCK_OUT.minutes * 60_000).toISOString();
  return { failedSignIns: failures, lockedUntil: rests ? until : null };
}
