import { Decimal, roundedText } from '~/shared/decimal';
import type { VendorStatus } from '~/vendors/vendor';
import {
  type CandidateFacts,
  type CertificateFact,
  type ConditionFact,
  type CriticalBreachFact,
  type FallbackRequest,
  marketsAsked,
  type Named,
} from './candidate';
import { freeCapacity, offeringsUsed, unserved } from './coverage';

/** What a candidate must pass, in the order in which a failure is named. */
export const gates = [
  'status',
  'offering',
  'independence',
  'certificates',
  'capacity',
  'critical_breach',
] as const;
export type Gate = (typeof gates)[number];

/** A gate that a vendor failed, with the facts that answer "why not this one?". */
export type GateFailure =
  | { gate: 'status'; status: VendorStatus; overdue: ConditionFact[] }
  | { gate: 'offering'; markets: Named[] }
  | { gate: 'independence'; relation: 'same_vendor' | 'same_group'; groupName: string }
  | { gate: 'certificates'; missing: MissingCertificate[] }
  | { gate: 'capacity'; needed: string; free: string }
  | { gate: 'critical_breach'; breaches: CriticalBreachFact[] };

/** A certificate that is not held, or not on the day: `expiredOn` when it ran out, `issuedOn` when it begins later. */
export type MissingCertificate = {
  kind: string;
  expiredOn: string | null;
  issuedOn: string | null;
};

type Rule = (candidate: CandidateFacts, request: FallbackRequest) => GateFailure | null;

const gateRules: Record<Gate, Rule> = {
  status: statusGate,
  offering: offeringGate,
  independence: independenceGate,
  certificates: certificatesGate,
  capacity: capacityGate,
  critical_breach: criticalBreachGate,
};

/** Every gate that a vendor fails, in order; none means that it is a candidate. */
export function failedGates(candidate: CandidateFacts, request: FallbackRequest): GateFailure[] {
  return gates
    .map((gate) => gateRules[gate](candidate, request))
    .filter((failure) => failure !== null);
}

/** A condition is overdue from the day after it was due. */
function isOverdue(condition: ConditionFact, asOf: string): boolean {
  return !condition.done && condition.dueOn !== null && condition.dueOn < asOf;
}

/** Valid from the day of issue to the day of expiry, both included; a day that is not stated does not bound it. */
export function isValidOn({ issuedOn, expiresOn }: CertificateFact, day: string): boolean {
  return (issuedOn === null || issuedOn <= day) && (expiresOn === null || expiresOn >= day);
}

/** Units a month that the share asked for amounts to, or null where the incumbent's volume is unknown. */
export function unitsNeeded({ asked }: Pick<FallbackRequest, 'asked'>): Decimal | null {
  return asked.unitsAMonth === null
    ? null
    : new Decimal(asked.unitsAMonth).times(asked.sharePercent).div(100);
}

/** Approved, active, or conditional with no condition overdue. */
function statusGate({ status, conditions }: CandidateFacts, { asOf }: FallbackRequest) {
  if (status === 'approved' || status === 'active') return null;
  const overdue = conditions.filter((condition) => isOverdue(condition, asOf));
  if (status === 'conditional' && overdue.length === 0) return null;
  return { gate: 'status' as const, status, overdue: status === 'conditional' ? overdue : [] };
}

/** Offers the service in every market asked for, or in one that contains it. */
function offeringGate({ offerings }: CandidateFacts, request: FallbackRequest) {
  const asked = marketsAsked(request);
  const markets = unserved(offerings, asked).map(({ id, code, nameEn, nameZh }) => ({
    id,
    code,
    nameEn,
    nameZh,
  }));
  const serves = asked.length === 0 ? offerings.length > 0 : markets.length === 0;
  return serves ? null : { gate: 'offering' as const, markets };
}

/** Neither the failing vendor nor of its corporate group. */
function independenceGate({ vendor }: CandidateFacts, { incumbent }: FallbackRequest) {
  const { groupName } = vendor;
  if (vendor.id === incumbent.vendor.id)
    return { gate: 'independence' as const, relation: 'same_vendor' as const, groupName };
  if (vendor.groupId === incumbent.vendor.groupId)
    return { gate: 'independence' as const, relation: 'same_group' as const, groupName };
  return null;
}

/** Holds every certificate and licence that the service asks for, valid on the day. */
function certificatesGate({ certificates }: CandidateFacts, { service, asOf }: FallbackRequest) {
  const missing = service.requiredCertificates
    .filter((kind) => !certificates.some((held) => held.kind === kind && isValidOn(held, asOf)))
    .map((kind) => missingCertificate(kind, certificates, asOf));
  return missing.length === 0 ? null : { gate: 'certificates' as const, missing };
}

function missingCertificate(
  kind: string,
  certificates: readonly CertificateFact[],
  asOf: string,
): MissingCertificate {
  const held = certificates.filter((certificate) => certificate.kind === kind);
  const days = (all: (string | null)[]) => all.filter((day) => day !== null).sort();
  const expired = days(held.map(({ expiresOn }) => expiresOn)).filter((day) => day < asOf);
  const later = days(held.map(({ issuedOn }) => issuedOn)).filter((day) => day > asOf);
  return { kind, expiredOn: expired.at(-1) ?? null, issuedOn: later[0] ?? null };
}

/** Has capacity left for the share asked for; where capacity or volume is unknown the gate is open. */
function capacityGate({ offerings }: CandidateFacts, request: FallbackRequest) {
  const needed = unitsNeeded(request);
  const free = freeCapacity(offeringsUsed(offerings, marketsAsked(request)));
  if (needed === null || free === null || free.gte(needed)) return null;
  return {
    gate: 'capacity' as const,
    needed: roundedText(needed, 12),
    free: roundedText(free, 12),
  };
}

/** Has no open critical breach of the KPI in question. */
function criticalBreachGate({ openCriticalBreaches }: CandidateFacts, { terms }: FallbackRequest) {
  const breaches = openCriticalBreaches.filter(({ kpiId }) =>
    terms.some(({ kpi }) => kpi.id === kpiId),
  );
  return breaches.length === 0 ? null : { gate: 'critical_breach' as const, breaches };
}
