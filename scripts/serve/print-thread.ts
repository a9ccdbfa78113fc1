import { Worker } from 'node:worker_threads';
import type { RemarkTask, WriteRemarks } from '~/kpi/remarked-file.server';
import type { FileWriter } from '~/context';
import type { Print, Printable } from '~/print/print';
import { FairLine } from './fair-line';

/** What the thread is asked for: pages or slides to be rendered, or a report's file to be written back with remarks. */
export type PrintTask =
  { kind: 'print'; printable: Printable } | { kind: 'remarks'; uploads: string; task: RemarkTask };

type Printed<Task extends PrintTask> = Task extends { kind: 'print' }
  ? Awaited<ReturnType<Print>>
  : Awaited<ReturnType<WriteRemarks>>;

export type Asked = { id: number; task: PrintTask };
export type Reply =
  { id: number; printed: Printed<PrintTask>; error?: never } | { id: number; error: string };
/** What waits or is under way, and who waits for it. */
type Waiting = {
  task: PrintTask;
  done: (printed: unknown) => void;
  failed: (error: Error) => void;
};

/** So many files may wait for those who share a turn: all papers of two reviews, in both languages. */
export const MOST_WAITING = 20;
const ENDED = 'the printing thread ended';

export type PrintThread = {
  filesFor: (turn: string) => FileWriter | null;
  stop: () => Promise<void>;
};

/**
 * A thread that writes files one after the other, for those who ask in turns. It is started with the first file, and again
 * after it died.
 */
export function printThread(file: URL, uploads: string): PrintThread {
  let worker: Worker | undefined;
  let isStopping = false;
  let next = 0;
  let underWay: (Waiting & { id: number }) | undefined;
  const line = new FairLine<Waiting>();

  function ended(error: Error): void {
    worker = undefined;
    settle((asked) => asked.failed(error));
  }

  /** Tells whoever waits for what is under way, and goes on with the next. */
  function settle(tell: (asked: Waiting) => void): void {
    const asked = underWay;
    underWay = undefined;
    if (asked) tell(asked);
    begin();
  }

  function begin(): void {
    if (underWay) return;
    const asked = line.next();
    if (!asked) return;
    if (isStopping) {
      asked.failed(new Error(ENDED));
      begin();
      return;
    }
    next += 1;
    underWay = { ...asked, id: next };
    running().postMessage({ id: next, task: asked.task } satisfies Asked);
  }

  function running(): Worker {
    if (worker) return worker;
    const thread = new Worker(file);
    thread.on('message', (reply: Reply) => {
      if (reply.id !== underWay?.id) return;
      settle((asked) => {
        if (reply.error === undefined) asked.done(reply.printed);
        else asked.failed(new Error(reply.error));
      });
    });
    const isOver = (error: Error) => thread === worker && ended(error);
    thread.on('error', isOver);
    thread.on('exit', () => isOver(new Error(ENDED)));
    thread.unref();
    return (worker = thread);
  }

  function ask<Task extends PrintTask>(turn: string, task: Task): Promise<Printed<Task>> {
    return new Promise((done, failed) => {
      line.add(turn, { task, done: (printed) => done(printed as Printed<Task>), failed });
      begin();
    });
  }

  return {
    filesFor: (turn) =>
      line.waiting(turn) >= MOST_WAITING
        ? null
        : {
            print: (printable) => ask(turn, { kind: 'print', printable }),
            writeRemarks: (task) => ask(turn, { kind: 'remarks', uploads, task }),
          },
    async stop() {
      isStopping = true;
      await worker?.terminate();
    },
  };
}
