import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Clock, machineClock, standingClock } from '~/shared/clock';
import { settings } from '~db/schema/auth';
import type { Reader } from '~db/store.server';

const demoSetting = z.object({ now: z.iso.datetime() });

/** The clock of this store: the machine's, or the instant at which the demo stands (setting `demo`). */
export async function readClock(reader: Reader): Promise<{ clock: Clock; demo: boolean }> {
  const [row] = await reader.select().from(settings).where(eq(settings.name, 'demo'));
  const demo = demoSetting.safeParse(row?.value);
  return demo.success
    ? { clock: standingClock(demo.data.now), demo: true }
    : { clock: machineClock, demo: false };
}
