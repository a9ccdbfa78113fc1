import { addDays, addMonths } from '~/shared/calendar';
import type { VendorStatus } from '~/vendors/vendor';

/** Vendors that work for us or may: they are assessed again. */
export const reassessedStatuses = [
  'approved',
  'conditional',
  'active',
  'suspended',
] as const satisfies readonly VendorStatus[];

/** Days before a result lapses from which the next assessment is asked for. */
const ASKED_BEFORE_DAYS = 60;
/** Days after an incident or the end of a certificate by which the vendor is assessed again. */
const WITHIN_DAYS = 30;
/** Months after which an incident is history. */
const INCIDENT_MONTHS = 6;

/** What is known of a vendor at work: its latest result, and what has happened since. */
export type StandingFacts = {
  last: { assessedOn: string; validUntil: string } | null;
  /** An assessment is under way. */
  isUnderWay: boolean;
  /** The day of the latest critical breach that stands. */
  incidentOn: string | null;
  /** A certificate that its services ask for, has run out and was not renewed. */
  lapsed: { kind: string; expiresOn: string } | null;
};

/** Why a vendor has to be assessed again, what brought it about, and by when. */
export type Reassessment = {
  cause: 'incident' | 'certificate' | 'rhythm';
  /** The day or certificate that it goes back to: each is asked for once. */
  occasion: string;
  dueOn: string;
};

/**
 * Whether a vendor has to be assessed again, for the gravest cause that came after its latest result: a critical breach
 * within six months, the end of a certificate that its services ask for, the end of the result's own term (by the tier's
 * rhythm, asked for 60 days before), or that there is no result at all.
 */
export function reassessmentOf(facts: StandingFacts, today: string): Reassessment | null {
  const { last, isUnderWay, incidentOn, lapsed } = facts;
  if (isUnderWay) return null;
  const isNews = (day: string) => last === null || day > last.assessedOn;
  if (incidentOn !== null && isNews(incidentOn) && addMonths(incidentOn, INCIDENT_MONTHS) >= today)
    return { cause: 'incident', occasion: incidentOn, dueOn: addDays(incidentOn, WITHIN_DAYS) };
  if (lapsed !== null && isNews(lapsed.expiresOn))
    return {
      cause: 'certificate',
      occasion: `${lapsed.kind} ${lapsed.expiresOn}`,
      dueOn: addDays(lapsed.expiresOn, WITHIN_DAYS),
    };
  if (last === null) return { cause: 'rhythm', occasion: '', dueOn: addDays(today, WITHIN_DAYS) };
  return addDays(last.validUntil, -ASKED_BEFORE_DAYS) <= today
    ? { cause: 'rhythm', occasion: last.validUntil, dueOn: last.validUntil }
    : null;
}
