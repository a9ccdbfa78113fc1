import { canonical } from '~/audit/entry';
import { firstWholeMonth } from '~/shared/calendar';
import { done, refused, type Outcome } from '~/shared/outcome';
import { formatPeriod, parsePeriod, periodOfDate, periodsBetween } from '~/shared/period';
import type { FollowStep } from './follow-standard';
import type { SettlementTerms } from './settlement-terms';

/** How far an amendment has come. */
export const amendmentStates = ['draft', 'proposed', 'approved', 'rejected', 'withdrawn'] as const;
export type AmendmentState = (typeof amendmentStates)[number];

type Document = Record<string, unknown>;

/** One thing that an amendment changes of an agreed contract. */
export type AmendmentChange =
  | { kind: 'fields'; fields: Document }
  | { kind: 'term_added'; document: Document }
  | { kind: 'term_changed'; termId: number; basedOn: number | null; document: Document }
  | { kind: 'term_ended'; termId: number; lastDay: string }
  | { kind: 'renewed'; ends: string }
  | { kind: 'settlement'; before: SettlementTerms; terms: SettlementTerms }
  | { kind: 'standard'; runId: number; from: string; steps: FollowStep[] };

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
  if (change.kind === 'settlement')
    return [...changes.filter(({ kind }) => kind !== 'settlement'), change];
  if (!('termId' in change)) return [...changes, change];
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

/**
 * A new monthly fee from a day on: the months up to its first whole one keep what they had, all later ones have the new fee,
 * for as long as the contract goes on. Months that were listed for later stay. The fields unchanged where no fee changes.
 */
export function datedFees(before: Document, fields: Document, effectiveFrom: string): Document {
  const was = before['fee'] ?? before['fee_after'];
  const is = fields['fee'] ?? fields['fee_after'];
  const starts = String(before['starts']);
  if (typeof was !== 'string' || typeof is !== 'string' || effectiveFrom <= starts) return fields;
  const listed = (before['fees'] ?? {}) as Document;
  const months = Object.keys(listed).flatMap((month) => parsePeriod(month) ?? []);
  const first = Math.max(periodOfDate(starts), ...months.map((month) => month + 1));
  const kept = periodsBetween(first, firstWholeMonth(effectiveFrom) - 1);
  const fees = {
    ...listed,
    ...Object.fromEntries(kept.map((month) => [formatPeriod(month), was])),
  };
  return Object.keys(fees).length === 0 ? fields : { ...fields, fee: null, fees, fee_after: is };
}

/** Whether a person may decide on an amendment: somebody else than who proposed it. */
export function mayDecide(
  amendment: { state: AmendmentState; proposedBy: number | null },
  personId: number | null,
): Outcome {
  if (amendment.state !== 'proposed') return refused('amendment_not_proposed');
  return amendment.proposedBy === personId ? refused('approval_own') : done();
}
