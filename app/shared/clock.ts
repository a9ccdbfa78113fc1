/** The one place that reads the machine's clock. Rules take `now` or `asOf` as an argument instead. */
export type Clock = { now: () => Date };

export const machineClock: Clock = { now: () => new Date() };

/** A clock that stands, for the demo and for tests. */
export function standingClock(instant: string): Clock {
  return { now: () => new Date(instant) };
}
