import { everything, type Act } from '~/auth/act';
import { documentDates } from '~/documents/document-date-queries.server';
import { contractEndDates, contractNoticeDates } from '~/contracts/contract-date-queries.server';
import { remindedKinds, type RemindedKind } from '~/notifications/reminder';
import { remindOfDates, type DatedSubject } from '~/notifications/remind-of-dates.server';
import { checkDates } from '~/onboarding/check-date-queries.server';
import { dayIn, type TodayIn } from '~/shared/today';
import { certificateDates } from '~/vendors/certificate-date-queries.server';
import type { Reader, Store } from '~db/store.server';

/** Where the records of a kind are found whose dates a reminder may be due for. */
type DateSource = (reader: Reader, today: TodayIn) => Promise<DatedSubject[]>;

const sources: Record<RemindedKind, DateSource> = {
  contract_end: contractEndDates,
  contract_notice: contractNoticeDates,
  certificate: certificateDates,
  document: documentDates,
  due_diligence_check: checkDates,
};

/** Reminds of the dates of every kind of record. */
export async function remindDates(
  store: Store,
  now: Date,
  asOf: string,
): Promise<{ datesReminded: number }> {
  const act: Act = { actor: { kind: 'job', job: 'remind-dates' }, now, scope: everything };
  const today = dayIn(asOf, now);
  let datesReminded = 0;
  for (const kind of remindedKinds) {
    const subjects = await sources[kind](store.read, today);
    datesReminded += await remindOfDates(store, act, kind, subjects);
  }
  return { datesReminded };
}
