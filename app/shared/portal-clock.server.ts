import { eq } from 'drizzle-orm';
import { settings } from '~db/schema/auth';
import type { Reader, Tx } from '~db/store.server';
import { type Clock, machineClock, standingClock } from './clock';

const setting = 'demo_clock';

export type PortalClock = {
  clock: Clock;
  /** The instant, in UTC, at which the clock of a demonstration stands; null where time goes on. */
  standsAt: string | null;
};

/** The clock of this store: the machine's, unless the store holds a demonstration, whose clock stands. */
export async function readPortalClock(reader: Reader): Promise<PortalClock> {
  const [row] = await reader.select().from(settings).where(eq(settings.name, setting));
  return typeof row?.value === 'string'
    ? { clock: standingClock(row.value), standsAt: row.value }
    : { clock: machineClock, standsAt: null };
}

/** Makes the store a demonstration whose clock stands at `instant` (ISO 8601, UTC) for good. */
export async function standStillAt(tx: Tx, instant: string): Promise<void> {
  const changedAt = machineClock.now().toISOString();
  await tx
    .insert(settings)
    .values({ name: setting, value: instant, changedAt })
    .onConflictDoUpdate({ target: settings.name, set: { value: instant, changedAt } });
}
