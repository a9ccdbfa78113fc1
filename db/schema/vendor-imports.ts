import type { RowFault } from '../../app/shared/register-file';
import type { VendorImport } from '../../app/vendors/vendor-file';
import { boolean, id, index, instant, integer, json, ref, table, text } from '../columns';

/** A file of vendors that somebody sent from a page: the bytes under their hash, and what became of it as a whole. */
export const vendorImports = table(
  'vendor_imports',
  {
    id: id(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    /** Services and markets that are not there yet are added. */
    addsCodes: boolean().notNull(),
    state: text(['waiting', 'taken', 'refused']).notNull(),
    /** What it did, once it is taken. */
    counts: json<VendorImport>(),
    /** What is wrong with it, the first of many; `faultCount` is all of it. */
    faults: json<RowFault[]>(),
    faultCount: integer().notNull().default(0),
    receivedAt: instant().notNull(),
    receivedBy: ref(),
    /** The background work that reads it. */
    workId: ref().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index('vendor_imports_received').on(t.receivedAt),
    index('vendor_imports_hash').on(t.sha256),
  ],
);
