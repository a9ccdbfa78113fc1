import { holidaysOf } from '~/contracts/holidays.server';
import { signBy } from './record';

/** The last day on which the vendor can answer a record, by the business days of its own country. */
export async function signingDueOn(
  { country }: { country: string | null },
  sentOn: string,
): Promise<string> {
  if (country === null) return signBy(sentOn);
  const year = Number(sentOn.slice(0, 4));
  const closed = [...(await holidaysOf(country, year)), ...(await holidaysOf(country, year + 1))];
  return signBy(sentOn, closed);
}
