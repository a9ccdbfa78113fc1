import { dayNumber } from '~/shared/calendar';

/** What an action can come from. */
export const actionOrigins = [
  'review',
  'breach',
  'risk',
  'assessment',
  'switch',
  'agreement',
] as const;
export type ActionOrigin = (typeof actionOrigins)[number];

export const actionStates = ['overdue', 'open', 'done', 'cancelled'] as const;
export type ActionState = (typeof actionStates)[number];

/** Who is to do it. */
export const actionSides = ['ours', 'vendor'] as const;

/** Actions that a vendor is shown where they are its own to do: risks and switches are ours alone. */
export const originsShownToVendors: readonly ActionOrigin[] = [
  'review',
  'breach',
  'assessment',
  'agreement',
];

/** True for what the vendor has to do and is shown. */
export function isShownToVendors({
  side,
  origin,
}: {
  side: string;
  origin: ActionOrigin;
}): boolean {
  return side === 'vendor' && originsShownToVendors.includes(origin);
}

/** Actions that a vendor may call done itself; a condition of its admission is ticked off by us, on evidence. */
const CLOSED_BY_VENDORS: readonly ActionOrigin[] = ['review', 'breach', 'agreement'];

type Dates = { dueOn: string | null; doneAt: string | null; cancelledAt: string | null };

/** How an action stands on a day: its due day is its last in time, and one without a due day is never overdue. */
export function actionState({ dueOn, doneAt, cancelledAt }: Dates, today: string): ActionState {
  if (cancelledAt !== null) return 'cancelled';
  if (doneAt !== null) return 'done';
  return dueOn !== null && dueOn < today ? 'overdue' : 'open';
}

/** Days from the promise to the day on which it was done or cancelled, or to today where it is open. */
export function actionAge(
  { createdAt, doneAt, cancelledAt }: { createdAt: string } & Dates,
  today: string,
): number {
  const until = (doneAt ?? cancelledAt)?.slice(0, 10) ?? today;
  return Math.max(0, dayNumber(until) - dayNumber(createdAt.slice(0, 10)));
}

/** True where the vendor may call it done: its own to do, and of a kind that needs no look of ours. */
export function mayVendorClose({ side, origin }: { side: string; origin: ActionOrigin }): boolean {
  return side === 'vendor' && CLOSED_BY_VENDORS.includes(origin);
}
