import { inArray } from 'drizzle-orm';
import { holidaysBetween } from '~/contracts/holidays.server';
import { contracts } from '~db/schema/contracts';
import type { Reader } from '~db/store.server';
import type { ClaimTerms } from '~/contracts/settlement-terms';

/** Holidays are looked up from the contract's first year on for so many years. */
const YEARS_AHEAD = 20;

/**
 * The holidays by which contracts count the days for a claim; none where they count days as they fall or name no
 * calendar.
 */
export async function claimHolidays(
  reader: Reader,
  contractIds: readonly number[],
  termsOf: ReadonlyMap<number, ClaimTerms>,
): Promise<(contractId: number) => readonly string[]> {
  const counting = contractIds.filter((id) => {
    const terms = termsOf.get(id);
    return terms !== undefined && terms.claimDays !== null && terms.claimCount !== 'calendar_days';
  });
  if (counting.length === 0) return () => [];
  const rows = await reader
    .select({
      id: contracts.id,
      country: contracts.calendarCountry,
      startsOn: contracts.startsOn,
    })
    .from(contracts)
    .where(inArray(contracts.id, counting));
  const closed = new Map<number, readonly string[]>();
  for (const { id, country, startsOn } of rows) {
    const first = Number(startsOn.slice(0, 4));
    if (country !== null)
      closed.set(id, await holidaysBetween(country, first, first + YEARS_AHEAD));
  }
  return (contractId) => closed.get(contractId) ?? [];
}
