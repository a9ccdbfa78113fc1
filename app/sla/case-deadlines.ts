import { addBusinessDays, addDays } from '~/shared/calendar';

/** Working days that the vendor has for its plan, and that we have to answer it. */
const PLAN_DAYS = 10;
const ANSWER_DAYS = 10;
/** Calendar days that the vendor has to dispute a breach. */
const DISPUTE_DAYS = 14;

/** The last day for the plan of a case that came to the vendor on a day: ten working days on. */
export function planDueOn(from: string): string {
  return addBusinessDays(from, PLAN_DAYS);
}

/** The last day to answer a plan, ten working days after it came; from the day after it counts as accepted. */
export function answerDueOn(submittedOn: string): string {
  return addBusinessDays(submittedOn, ANSWER_DAYS);
}

/** The last day on which the vendor may dispute, fourteen days after the latest breach was opened. */
export function disputableUntil(lastBreachOn: string): string {
  return addDays(lastBreachOn, DISPUTE_DAYS);
}
