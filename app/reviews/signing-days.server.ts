import { holidaysOf } from '~/contracts/holidays.server';
import { localDate } from '~/shared/calendar';
import { signBy } from './record';

/** A record on its way: when it went out, by whose clock its days are counted, and where the vendor works. */
type Sent = { sentAt: string; timeZone: string; country: string | null };

/** The last day on which the vendor can answer a record, by the meeting's clock and the business days of its own country. */
export async function signingDueOn({ sentAt, timeZone, country }: Sent): Promise<string> {
  const sentOn = localDate(new Date(sentAt), timeZone);
  if (country === null) return signBy(sentOn);
  const year = Number(sentOn.slice(0, 4));
  const closed = [...(await holidaysOf(country, year)), ...(await holidaysOf(country, year + 1))];
  return signBy(sentOn, closed);
}
