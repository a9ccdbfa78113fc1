import { Worker } from 'node:worker_threads';
import type { Print } from '~/print/print';

type Reply = { id: number; file: Uint8Array; error?: never } | { id: number; error: string };
type Waiting = { done: (file: Uint8Array) => void; failed: (error: Error) => void };

export type PrintThread = { print: Print; stop: () => Promise<void> };

/** A thread that renders documents and slides. It is started with the first one, and again after it died. */
export function printThread(file: URL): PrintThread {
  let worker: Worker | undefined;
  let next = 0;
  const waiting = new Map<number, Waiting>();

  function ended(error: Error): void {
    worker = undefined;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    const thread = new Worker(file);
    thread.on('message', (reply: Reply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.error === undefined) asked?.done(reply.file);
      else asked?.failed(new Error(reply.error));
    });
    thread.on('error', ended);
    thread.on('exit', () => ended(new Error('the printing thread ended')));
    thread.unref();
    return (worker = thread);
  }

  return {
    print: (printable) =>
      new Promise((done, failed) => {
        next += 1;
        waiting.set(next, { done, failed });
        running().postMessage({ id: next, printable });
      }),
    async stop() {
      await worker?.terminate();
    },
  };
}
