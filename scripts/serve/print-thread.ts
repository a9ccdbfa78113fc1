import { Worker, type MessagePort } from 'node:worker_threads';
import type { FileWriter, PortalContext } from '~/context';
import { chunkPort } from './chunk-port';
import { FairLine } from './fair-line';

type Kind = keyof FileWriter;
type Given<Of extends Kind> = Parameters<FileWriter[Of]>[0];
type Written<Of extends Kind> = Awaited<ReturnType<FileWriter[Of]>>;

export type PrinterData = { uploads: string };
/** What the thread is asked for: a kind of file, and what is to be written; what has chunks gets them over a port. */
export type Asked = { id: number; kind: Kind; given: object; port?: MessagePort };
export type Reply = { id: number; file: unknown; error?: never } | { id: number; error: string };

/** What waits or is under way, and who waits for it. */
type Waiting = {
  kind: Kind;
  given: Given<Kind>;
  done: (file: unknown) => void;
  failed: (error: unknown) => void;
};

/** So many files may wait for those who share a turn: all papers of two reviews, in both languages. */
export const MOST_WAITING = 20;
const ENDED = 'the printing thread ended';

export type PrintThread = Pick<PortalContext, 'filesFor'> & { stop: () => Promise<void> };

/**
 * A thread that writes files one after the other, for those who ask in turns. It is started with the first file, and again
 * after it died. For who has left nothing is begun.
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
    handOver(running(), underWay);
  }

  function running(): Worker {
    if (worker) return worker;
    const thread = new Worker(file, { workerData: { uploads } satisfies PrinterData });
    thread.on('message', (reply: Reply) => {
      if (reply.id !== underWay?.id) return;
      settle((asked) => {
        if (reply.error === undefined) asked.done(reply.file);
        else asked.failed(new Error(reply.error));
      });
    });
    const isOver = (error: Error) => thread === worker && ended(error);
    thread.on('error', isOver);
    thread.on('exit', () => isOver(new Error(ENDED)));
    thread.unref();
    return (worker = thread);
  }

  function ask(turn: string, left: AbortSignal, asked: Waiting): void {
    const leave = () => {
      line.remove(turn, asked);
      asked.failed(left.reason);
    };
    if (left.aborted) return leave();
    left.addEventListener('abort', leave, { once: true });
    line.add(turn, asked);
    begin();
  }

  return {
    filesFor: (turn, left) =>
      line.waiting(turn) >= MOST_WAITING ? null : writerBy((asked) => ask(turn, left, asked)),
    async stop() {
      isStopping = true;
      await worker?.terminate();
    },
  };
}

function handOver(thread: Worker, { id, kind, given, failed }: Waiting & { id: number }): void {
  if (!('chunks' in given)) {
    thread.postMessage({ id, kind, given } satisfies Asked);
    return;
  }
  const { chunks, ...rest } = given;
  const port = chunkPort(chunks, failed);
  thread.postMessage({ id, kind, given: rest, port } satisfies Asked, [port]);
}

/** A writer of every kind of file that has each of them asked for. */
function writerBy(ask: (asked: Waiting) => void): FileWriter {
  const by =
    <Of extends Kind>(kind: Of) =>
    (given: Given<Of>) =>
      new Promise<Written<Of>>((done, failed) =>
        ask({ kind, given, done: (file) => done(file as Written<Of>), failed }),
      );
  return {
    print: by('print'),
    writeRemarks: by('writeRemarks'),
    writeVendorRemarks: by('writeVendorRemarks'),
    writeQuestionnaire: by('writeQuestionnaire'),
    writeSheet: by('writeSheet'),
  };
}
