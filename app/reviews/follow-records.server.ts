import type { Store } from '~db/store.server';
import { draftRecords } from './draft-records.server';
import { lapseSignatures } from './lapse-signatures.server';

/** What the clock does to records: drafts that are due, and signatures whose days have passed. */
export async function followRecords(store: Store, now: Date, asOf: string) {
  const { ended, reminded } = await draftRecords(store, now);
  return {
    meetingsEnded: ended,
    recordsReminded: reminded,
    signaturesLapsed: await lapseSignatures(store, now, asOf),
  };
}
