import type { WriteRemarks } from '~/kpi/remarked-file.server';
import type { WriteQuestionnaire } from '~/onboarding/questionnaire-workbook.server';
import type { Print } from '~/print/print';
import type { Clock } from '~/shared/clock';
import type { WriteSheet } from '~/shared/sheet';
import type { WriteVendorRemarks } from '~/vendors/remarked-vendor-file.server';
import type { Store } from '~db/store.server';

/** Writes files in a thread of its own, where those who ask take turns. */
export type FileWriter = {
  /** Renders pages as PDF and slides as PPTX. */
  print: Print;
  /** Writes a report's file back with remarks: a large one takes seconds. */
  writeRemarks: WriteRemarks;
  /** Writes a refused vendor file back with remarks. */
  writeVendorRemarks: WriteVendorRemarks;
  /** Writes a vendor's questionnaire as a workbook to be filled in. */
  writeQuestionnaire: WriteQuestionnaire;
  /** Writes a table as a workbook. */
  writeSheet: WriteSheet;
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
  /**
   * Aborts when the reader leaves before the answer is there. A request's own signal may not: loaders are given a copy of
   * a copy of the request, and the one between is forgotten with the next collection of garbage.
   */
  left: AbortSignal;
  /** Writes files for those who share a turn, until they leave; null while as much waits for them as may. */
  filesFor: (turn: string, left: AbortSignal) => FileWriter | null;
  /** Writes down what went wrong while a page was made. */
  noteFailure: (error: unknown) => void;
};

declare module '@remix-run/node' {
  // The framework merges this declaration into the type of `args.context`.
  interface AppLoadContext extends PortalContext {}
}
