import type { Logger } from './log';

/** On SIGTERM or SIGINT ends what runs, once, and then this process; who asks again a moment later means it. */
export function endInOrder(log: Logger, end: () => Promise<void>): void {
  let askedAt: number | undefined;
  const asked = async (signal: NodeJS.Signals) => {
    if (askedAt !== undefined) {
      // A terminal and npm both pass an interrupt on, as does the process that leads this one.
      if (performance.now() - askedAt > 1000) process.exit(1);
      return;
    }
    askedAt = performance.now();
    log.info({ signal }, 'ending');
    await end();
    log.info('ended');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void asked(signal).catch((error: unknown) => fail(log, error)));
}

function fail(log: Logger, error: unknown): never {
  log.fatal({ err: error }, 'could not end in order');
  process.exit(1);
}
