import { setTimeout } from 'node:timers/promises';
import { isRetryable, storeFailure, type StoreFailure } from '~db/constraint';
import { machineClock } from './clock';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5000;
/** How long it is tried by who is never told to stop, such as a command that somebody waits for. */
const PATIENCE_MS = 10_000;

const MATTER: Record<StoreFailure, string> = {
  full: 'the disk of the store is full',
  unreachable: 'the store can’t be reached',
};

type Waiting = {
  /** Told when it has to end. */
  stop?: AbortSignal;
  /** Hears when waiting begins and when it is over, and nothing of the tries in between. */
  log?: (line: string) => void;
};

/**
 * Writes how something ended that is over and can't be undone: tried again, with growing pauses, while the store can't be
 * reached or its disk is full. Told to stop it tries once more and throws; what was taken is then taken up by another. The
 * write may be carried out twice, where the first answer was lost.
 */
export async function untilWritten(
  what: string,
  write: () => Promise<void>,
  { stop = AbortSignal.timeout(PATIENCE_MS), log = () => undefined }: Waiting = {},
): Promise<void> {
  let since: Date | null = null;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const isLast = stop.aborted;
    try {
      await write();
      if (since !== null) log(`${what}: written after ${secondsSince(since)} s`);
      return;
    } catch (error) {
      if (isLast || !mayPass(error)) throw error;
      const failure = storeFailure(error);
      if (since === null && failure !== null) {
        since = machineClock.now();
        log(`${what} can’t be written, ${MATTER[failure]}: tried again until it can`);
      }
    }
    await setTimeout(pause, undefined, { signal: stop }).catch(() => undefined);
  }
}

function secondsSince(since: Date): string {
  return ((machineClock.now().getTime() - since.getTime()) / 1000).toFixed(1);
}

function mayPass(error: unknown): boolean {
  return storeFailure(error) !== null || isRetryable(error);
}
