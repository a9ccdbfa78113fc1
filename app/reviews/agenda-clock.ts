import { agendaItems, agendaMinutes, type AgendaItem } from '~/packs/section';

export type AgendaPlace = {
  /** The point that the plan has reached; null when its time is over. */
  item: AgendaItem | null;
  /** Whole minutes that the plan leaves for that point, or (negative) by how many it is overrun. */
  left: number;
};

/** Minutes that the whole agenda takes. */
export const agendaTotal = agendaItems.reduce((sum, item) => sum + agendaMinutes[item], 0);

/** Which point of the agenda is due so many minutes after the meeting began, and how long it still has. */
export function agendaAt(minutes: number): AgendaPlace {
  let end = 0;
  for (const item of agendaItems) {
    end += agendaMinutes[item];
    if (minutes < end) return { item, left: Math.ceil(end - minutes) };
  }
  return { item: null, left: Math.ceil(end - minutes) || 0 };
}

/** Minutes after its beginning at which the plan comes to a point. */
export function startOf(item: AgendaItem): number {
  const before = agendaItems.slice(0, agendaItems.indexOf(item));
  return before.reduce((sum, one) => sum + agendaMinutes[one], 0);
}

/** Whole minutes from one instant to another, never below 0. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
}

/**
 * Whole minutes that a meeting runs by the portal's clock, on a page that read the portal's `now` when its own clock stood
 * at `seenAt`, and looks again at `current` (milliseconds): however wrong that clock is, all pages show the same.
 */
export function elapsedAt(
  openedAt: string,
  { now, seenAt }: { now: string; seenAt: number },
  current: number,
): number {
  return minutesBetween(openedAt, new Date(Date.parse(now) + current - seenAt).toISOString());
}
