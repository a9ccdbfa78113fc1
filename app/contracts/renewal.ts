import { addDays, addMonths } from '~/shared/calendar';
import type { Renewal } from './contract';

/** A tacit renewal runs for a year unless something else was agreed. */
const TACIT_RENEWAL_MONTHS = 12;

export type Renewable = {
  endsOn: string | null;
  terminatedOn: string | null;
  renewal: Renewal;
  noticeDays: number | null;
};

/**
 * The last day of the term that runs on a day: the agreed end, or under tacit renewal the end of the year of renewal.
 * The year is counted from the day on which it begins, so that a term that ends on 28 February 2023 ends next on
 * 29 February 2024; month ends are clamped. Null for a contract without an end.
 */
export function currentTermEnd(contract: Renewable, day: string): string | null {
  if (contract.terminatedOn !== null) return contract.terminatedOn;
  if (contract.endsOn === null || contract.renewal !== 'tacit') return contract.endsOn;
  const anew = addDays(contract.endsOn, 1);
  let end = contract.endsOn;
  for (let year = 1; end < day; year += 1)
    end = addDays(addMonths(anew, year * TACIT_RENEWAL_MONTHS), -1);
  return end;
}

/** The last day on which notice for the end of the current term can be given; null where none is due. */
export function noticeBy(contract: Renewable, day: string): string | null {
  if (contract.terminatedOn !== null || contract.noticeDays === null) return null;
  const end = currentTermEnd(contract, day);
  return end === null ? null : addDays(end, -contract.noticeDays);
}
