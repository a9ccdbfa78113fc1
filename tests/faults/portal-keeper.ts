import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginPortal, killed, whenServing } from '../portal-process';

/** A server that is started again whenever it dies, until it is closed. */
export type Keeper = {
  /** Where it serves now; waits while it is down. */
  address: () => Promise<string>;
  kill: () => Promise<void>;
  close: () => Promise<void>;
};

export function keepPortal(env: Record<string, string>): Keeper {
  let child: ChildProcess;
  let serving: Promise<string | null>;
  let closed = false;
  const start = () => {
    child = beginPortal(env);
    serving = whenServing(child).then((portal) => portal?.address ?? null);
    child.once('exit', () => {
      if (!closed) start();
    });
  };
  start();
  return {
    async address() {
      for (;;) {
        const address = await serving;
        if (address !== null && child.exitCode === null && child.signalCode === null)
          return address;
        if (closed) throw new Error('the server was closed');
        await sleep(20);
      }
    },
    kill: () => killed(child),
    async close() {
      closed = true;
      await killed(child);
    },
  };
}

/** Asks for a page or sends a form; null where the server died over it. */
export async function ask(
  keeper: Keeper,
  path: string,
  cookie: string,
  form?: FormData,
): Promise<{ status: number; text: string } | null> {
  const address = await keeper.address();
  try {
    const response = await fetch(`${address}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: { Cookie: cookie, ...(form && { Origin: address }) },
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      ...(form && { body: form }),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}
