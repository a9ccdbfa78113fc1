import { setTimeout } from 'node:timers/promises';
import { isRetryable, storeFailure } from '~db/constraint';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5000;
/** How long it is tried by who is never told to stop, such as a command that somebody waits for. */
const PATIENCE_MS = 10_000;

/**
 * Writes how something ended that is over and can't be undone: tried again, with growing pauses, while the store can't be
 * reached or its disk is full. Told to stop it tries once more and throws; what was taken is then taken up by another. The
 * write may be carried out twice, where the first answer was lost.
 */
export async function untilWritten(
  write: () => Promise<void>,
  stop: AbortSignal = AbortSignal.timeout(PATIENCE_MS),
): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const isLast = stop.aborted;
    try {
      return await write();
    } catch (error) {
      if (isLast || !mayPass(error)) throw error;
    }
    await setTimeout(pause, undefined, { signal: stop }).catch(() => undefined);
  }
}

function mayPass(error: unknown): boolean {
  return storeFailure(error) !== null || isRetryable(error);
}
