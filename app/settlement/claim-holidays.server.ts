import { inArray } from 'drizzle-orm';
import { calendarsOf } from '~/contracts/holidays.server';
import { contracts } from '~db/schema/contracts';
import type { Reader } from '~db/store.server';
import type { ClaimTerms } from '~/contracts/settlement-terms';

/** Business days that every year has at least, whatever its holidays. */
const FEWEST_WORKED_IN_A_YEAR = 200;

/**
 * The holidays by which contracts count the days for a claim, from the earliest of the days from which they are counted
 * to as long after the last as a limit may be; none where they count days as they fall or name no calendar.
 */
export async function claimHolidays(
  reader: Reader,
  days: readonly string[],
  termsOf: ReadonlyMap<number, ClaimTerms>,
): Promise<(contractId: number) => readonly string[]> {
  const counting = [...termsOf].filter(
    ([, { claimDays, claimCount }]) => claimDays !== null && claimCount !== 'calendar_days',
  );
  const years = days.map((day) => Number(day.slice(0, 4)));
  if (counting.length === 0 || years.length === 0) return () => [];
  const rows = await reader
    .select({ id: contracts.id, country: contracts.calendarCountry })
    .from(contracts)
    .where(
      inArray(
        contracts.id,
        counting.map(([id]) => id),
      ),
    );
  const countryOf = new Map(rows.map(({ id, country }) => [id, country]));
  const longest = Math.max(...counting.map(([, { claimDays }]) => claimDays ?? 0));
  const closed = await calendarsOf(
    [...countryOf.values()],
    Math.min(...years),
    Math.max(...years) + 1 + Math.ceil(longest / FEWEST_WORKED_IN_A_YEAR),
  );
  return (contractId) => closed(countryOf.get(contractId) ?? null);
}
