import type { WriteRemarks } from '~/kpi/remarked-file.server';
import type { Print } from '~/print/print';
import type { Clock } from '~/shared/clock';
import type { Store } from '~db/store.server';

/** Writes files in a thread of its own, where those who ask take turns. */
export type FileWriter = {
  /** Renders pages as PDF and slides as PPTX. */
  print: Print;
  /** Writes a report's file back with remarks: a large one takes seconds. */
  writeRemarks: WriteRemarks;
};

/** What the server hands to every route. */
export type PortalContext = {
  store: Store;
  /** The portal's clock: the machine's, or the day on which the demo stands. */
  clock: Clock;
  /** The demonstration: sign-ins shown on loopback, mail kept, a banner on every page. */
  demo: boolean;
  /** Folder of uploaded files, kept under their hash. */
  uploads: string;
  /** Nonce of this answer's content security policy. */
  nonce: string;
  /** The client's address, behind a trusted proxy the forwarded one. */
  address: string | null;
  /** Wakes the background worker after work was put into the store. */
  wakeWorker: () => void;
  /** Writes files for those who share a turn; null while as much waits for them as may. */
  filesFor: (turn: string) => FileWriter | null;
  /** Writes down what went wrong while a page was made. */
  noteFailure: (error: unknown) => void;
};

declare module '@remix-run/node' {
  // The framework merges this declaration into the type of `args.context`.
  interface AppLoadContext extends PortalContext {}
}
