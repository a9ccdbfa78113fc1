import { done, refused, type Outcome } from '~/shared/outcome';
import { tierTable, type Tier, type TierCheck } from '~/vendors/tier';
import type { VendorStatus } from '~/vendors/vendor';
import type { AssessmentResult } from './assessment';

export const admissionDecisions = ['approve', 'conditional', 'reject'] as const;
export type AdmissionDecision = (typeof admissionDecisions)[number];

/** The status that a decision leads to. */
export const statusAfter: Readonly<Record<AdmissionDecision, VendorStatus>> = {
  approve: 'approved',
  conditional: 'conditional',
  reject: 'rejected',
};

type Question = {
  decision: AdmissionDecision;
  tier: Tier | null;
  /** The tier that it had until the decision: whoever may let in by the one answers for the other. */
  tierBefore?: Tier | null;
  /** What the assessment came to that the decision rests on. */
  result: AssessmentResult | null;
  /** Checks that the tier asks for and that do not speak for the vendor. */
  checksLacking: readonly TierCheck[];
  conditions: number;
  /** What was asked of it when it was let in on conditions is done. */
  conditionsMet: boolean;
  decider: { personId: number | null; role: string };
  /** Who brought the vendor in or put it up for screening, who graded it, who made its checks, and who had a hand in its assessment. */
  tookPart: readonly number[];
};

/**
 * Whether a person may decide so on a vendor. Nobody decides who put it up, graded, checked or assessed it (`took_part`); the
 * upper tiers take a manager (`vendor_approver_manager`), also where the decision takes a vendor out of them, and a vendor without a tier is not let in (`vendor_tier_missing`). Letting
 * in rests on an assessment (`admission_needs_assessment`) that did not disqualify (`admission_disqualified`), and where that
 * was conditional, on conditions (`admission_needs_conditions`); those go with no other decision (`conditions_of_none`). It
 * rests on the tier's checks too: all of them, or (`admission_checks_missing`) on conditions; never without the one against
 * sanctions lists (`admission_sanctions`).
 */
export function mayDecide(question: Question): Outcome {
  const { decision, tier, tierBefore = null, result, conditions, decider, tookPart } = question;
  const { conditionsMet } = question;
  const { checksLacking: lacking } = question;
  if (decider.personId !== null && tookPart.includes(decider.personId)) return refused('took_part');
  const isUpper = [tier, tierBefore].some(
    (each) => each !== null && tierTable[each].approver === 'manager',
  );
  if (isUpper && decider.role !== 'manager')
    return refused('vendor_approver_manager', {}, 'decision');
  if (decision !== 'conditional' && conditions > 0)
    return refused('conditions_of_none', {}, 'decision');
  if (decision === 'reject') return done();
  if (tier === null) return refused('vendor_tier_missing');
  if (result === null) return refused('admission_needs_assessment', {}, 'decision');
  if (result === 'disqualified') return refused('admission_disqualified', {}, 'decision');
  if (lacking.includes('sanctions')) return refused('admission_sanctions', {}, 'decision');
  if (decision === 'approve' && lacking.length > 0)
    return refused('admission_checks_missing', { count: lacking.length }, 'decision');
  const asks = decision === 'conditional' || (result === 'conditional' && !conditionsMet);
  if (conditions === 0 && asks)
    return refused('admission_needs_conditions', {}, 'conditions[0].title');
  return done();
}

/**
 * Whether a person may move a condition of an admission or call it off: a manager (`condition_needs_manager`) other than the
 * one who let the vendor in (`condition_own`), since a vendor stays a fallback candidate as long as none is overdue.
 */
export function mayEaseCondition(
  decidedBy: number | null,
  person: { personId: number | null; role: string },
): Outcome {
  if (person.role !== 'manager') return refused('condition_needs_manager');
  return person.personId === decidedBy ? refused('condition_own') : done();
}

/** Whether a person may say that a condition is met: on evidence, and not whoever let the vendor in on it (`condition_own`). */
export function mayMeetCondition(
  decidedBy: number | null,
  { personId }: { personId: number | null },
): Outcome {
  return personId !== null && personId === decidedBy ? refused('condition_own') : done();
}
