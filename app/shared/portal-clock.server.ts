import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { settings } from '~db/schema/auth';
import type { Reader } from '~db/store.server';
import { type Clock, machineClock, standingClock } from './clock';

const demoSetting = z.object({ now: z.iso.datetime() });

export type PortalClock = {
  clock: Clock;
  /** The instant, in UTC, at which the clock of a demonstration stands; null where time goes on. */
  standsAt: string | null;
};

/** The clock of this store: the machine's, unless the store holds a demonstration (setting `demo`), whose clock stands. */
export async function readPortalClock(reader: Reader): Promise<PortalClock> {
  const [row] = await reader.select().from(settings).where(eq(settings.name, 'demo'));
  const demo = demoSetting.safeParse(row?.value);
  return demo.success
    ? { clock: standingClock(demo.data.now), standsAt: demo.data.now }
    : { clock: machineClock, standsAt: null };
}
