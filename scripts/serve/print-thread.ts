import { Worker } from 'node:worker_threads';
import type { RemarkTask, WriteRemarks } from '~/kpi/remarked-file.server';
import type { Print, Printable } from '~/print/print';

/** What the thread is asked for: pages or slides to be rendered, or a report's file to be written back with remarks. */
export type PrintTask =
  { kind: 'print'; printable: Printable } | { kind: 'remarks'; uploads: string; task: RemarkTask };

type Printed<Task extends PrintTask> = Task extends { kind: 'print' }
  ? Awaited<ReturnType<Print>>
  : Awaited<ReturnType<WriteRemarks>>;

export type Asked = { id: number; task: PrintTask };
export type Reply =
  { id: number; printed: Printed<PrintTask>; error?: never } | { id: number; error: string };
type Waiting = { done: (printed: unknown) => void; failed: (error: Error) => void };

export type PrintThread = {
  print: Print;
  writeRemarks: WriteRemarks;
  stop: () => Promise<void>;
};

/** A thread that writes files. It is started with the first one, and again after it died. */
export function printThread(file: URL, uploads: string): PrintThread {
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
      if (reply.error === undefined) asked?.done(reply.printed);
      else asked?.failed(new Error(reply.error));
    });
    thread.on('error', ended);
    thread.on('exit', () => ended(new Error('the printing thread ended')));
    thread.unref();
    return (worker = thread);
  }

  function ask<Task extends PrintTask>(task: Task): Promise<Printed<Task>> {
    return new Promise((done, failed) => {
      next += 1;
      waiting.set(next, { done: (printed) => done(printed as Printed<Task>), failed });
      running().postMessage({ id: next, task } satisfies Asked);
    });
  }

  return {
    print: (printable) => ask({ kind: 'print', printable }),
    writeRemarks: (task) => ask({ kind: 'remarks', uploads, task }),
    async stop() {
      await worker?.terminate();
    },
  };
}
