import { canonical } from '~/audit/entry';
import { firstWholeMonth } from '~/shared/calendar';
import { done, refused, type Outcome } from '~/shared/outcome';
import { formatPeriod, periodOfDate, periodsBetween } from '~/shared/period';

/** How far an amendment has come. */
export const amendmentStates = ['draft', 'proposed', 'approved', 'rejected', 'withdrawn'] as const;
export type AmendmentState = (typeof amendmentStates)[number];

type Document = Record<string, unknown>;

/** One thing that an amendment changes of an agreed contract. */
export type AmendmentChange =
  | { kind: 'fields'; fields: Document }
  | { kind: 'term_added'; document: Document }
  | { kind: 'term_changed'; termId: number; basedOn: number | null; document: Document }
  | { kind: 'term_ended'; termId: number; lastDay: string };

/** Adds a change to those gathered: fields are taken together, and of a term the last change stands. */
export function gatherChanges(
  changes: readonly AmendmentChange[],
  change: AmendmentChange,
): AmendmentChange[] {
  if (change.kind === 'fields') {
    const before = changes.find((one) => one.kind === 'fields');
    const fields = { ...before?.fields, ...change.fields };
    return [{ kind: 'fields', fields }, ...changes.filter((one) => one.kind !== 'fields')];
  }
  if (change.kind === 'term_added') return [...changes, change];
  return [...changes.filter((one) => !('termId' in one) || one.termId !== change.termId), change];
}

/** The fields of a contract's file that say something else than before, terms and their common date left aside. */
export function differingFields(before: Document, after: Document): Document {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) =>
        name !== 'terms' &&
        name !== 'effective_from' &&
        name !== 'initial_months' &&
        canonical(value ?? null) !== canonical(before[name] ?? null),
    ),
  );
}

/** Fields that hold for the whole time of a contract: months before the amendment are evaluated by them again. */
export const wholeTimeFields: readonly string[] = [
  'currency',
  'credit_cap_percent',
  'credit_minimum',
  'at_risk_percent',
  'points_table',
  'report_due',
  'time_zone',
  'calendar_country',
];

const OPEN_END_MONTHS = 120;

/**
 * A new monthly fee from a day on, as fees by month: the old fee up to the first whole month of the new one. A contract
 * without an end, or one that renews by itself, has them ten years ahead. The fields unchanged where no one fee changes.
 */
export function datedFees(before: Document, fields: Document, effectiveFrom: string): Document {
  const [was, is] = [before['fee'], fields['fee']];
  const starts = String(before['starts']);
  if (typeof was !== 'string' || typeof is !== 'string' || effectiveFrom <= starts) return fields;
  const ends = fields['ends'] ?? before['ends'];
  const from = firstWholeMonth(effectiveFrom);
  const rolls = (fields['renewal'] ?? before['renewal']) === 'tacit' || typeof ends !== 'string';
  const agreed = typeof ends === 'string' ? periodOfDate(ends) : from;
  const last = rolls ? Math.max(agreed, from + OPEN_END_MONTHS) : agreed;
  const fees = Object.fromEntries(
    periodsBetween(periodOfDate(starts), last).map((period) => [
      formatPeriod(period),
      period < from ? was : is,
    ]),
  );
  return { ...fields, fee: null, fees };
}

/** Whether a person may decide on an amendment: somebody else than who proposed it. */
export function mayDecide(
  amendment: { state: AmendmentState; proposedBy: number | null },
  personId: number | null,
): Outcome {
  if (amendment.state !== 'proposed') return refused('amendment_not_proposed');
  return amendment.proposedBy === personId ? refused('approval_own') : done();
}
