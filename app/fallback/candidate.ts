import type { Operator, ReadingSource } from '~/contracts/sla-vocabulary';
import type { DatedRate } from '~/rates/exchange';
import type { Period } from '~/shared/period';
import type { VendorStatus } from '~/vendors/vendor';

/** A record as a page names it, in both languages. */
export type Named = { id: number; code: string; nameEn: string; nameZh: string };

/** A firm as it stood on the day of the proposal. `groupId` is the topmost parent, or the vendor itself. */
export type Firm = {
  id: number;
  code: string;
  name: string;
  country: string | null;
  groupId: number;
  groupName: string;
};

/** What a vendor can do of the service in one market, and how ready it stands there as a second source. */
export type OfferingFact = {
  marketId: number;
  /** Units a month that it can take on in all; null is unknown. */
  capacity: string | null;
  /** Units a month that it carries there now; null counts as nothing carried. */
  carried: string | null;
  unitPrice: string | null;
  currency: string | null;
  /** Days from a decision to carrying the volume. */
  switchDays: number | null;
  standbySignedOn: string | null;
  /** Day of the last switch test that succeeded. */
  switchTestedOn: string | null;
  integratedOn: string | null;
};

export type ConditionFact = { title: string; dueOn: string | null; done: boolean };
export type CertificateFact = { kind: string; issuedOn: string | null; expiresOn: string | null };
export type CriticalBreachFact = {
  breachId: number;
  kpiId: number;
  kpiCode: string;
  period: Period;
};
export type AssessmentFact = {
  scorecard: string;
  total: string;
  assessedOn: string;
  validUntil: string | null;
};

/** `reviewedOn` is null for a vendor whose risks nobody has looked at; scores run from 1 to 25. */
export type RiskFacts = {
  reviewedOn: string | null;
  open: { title: string; score: number; reviewedOn: string | null }[];
};

/** One month's value of one KPI, already of the source that counts. Service and market null are the vendor's totals. */
export type ReadingFact = {
  kpiId: number;
  serviceId: number | null;
  marketId: number | null;
  period: Period;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  sampleSize: string | null;
};

/** Everything that the rules know of one vendor; whoever gathers it leaves nothing to be looked up. */
export type CandidateFacts = {
  vendor: Firm;
  status: VendorStatus;
  conditions: ConditionFact[];
  /** Its offerings of the service asked for, in any market. */
  offerings: OfferingFact[];
  certificates: CertificateFact[];
  openCriticalBreaches: CriticalBreachFact[];
  readings: ReadingFact[];
  assessments: AssessmentFact[];
  risks: RiskFacts;
};

/** A promise that candidates are measured by: a month meets it when `value operator target` holds. */
export type TermAsked = {
  kpi: Named & { unit: string };
  operator: Operator;
  target: string;
  roundTo: number | null;
  minSample: string | null;
  /** Whose figures count, the most believed first. */
  sources: readonly ReadingSource[];
};

/** A market that has to be served, with those that contain it, nearest first. */
export type MarketAsked = Named & { ancestors: number[] };

export type ServiceAsked = Named & {
  recoveryDays: number | null;
  requiredCertificates: string[];
};

/** A part of the service's volume; `moving` marks what the failing vendor would hand over. Any unit, the same for all. */
export type VolumePart = { vendor: Firm; volume: string; moving: boolean };

/** What a proposal asks: who could take over this service here, from whom, on which day. */
export type FallbackRequest = {
  asOf: string;
  incumbent: { vendor: Firm; offerings: OfferingFact[] };
  service: ServiceAsked;
  /** Null when the proposal speaks of the service as a whole. */
  market: MarketAsked | null;
  /** Every market in which the incumbent provides the service: what the service as a whole means. */
  incumbentMarkets: MarketAsked[];
  /** Share of the incumbent's volume to be taken over, percent; `unitsAMonth` is its whole volume there, where known. */
  asked: { sharePercent: string; unitsAMonth: string | null };
  /** The term that was missed, or every term of the incumbent's contracts for the service when none was. */
  terms: TermAsked[];
  basis: 'missed_term' | 'contract_terms';
  volumes: VolumePart[];
  houseCurrency: string;
  rates: DatedRate[];
};

/** The markets that a candidate has to serve: the one asked for, or all of the incumbent's. */
export function marketsAsked(
  request: Pick<FallbackRequest, 'market' | 'incumbentMarkets'>,
): MarketAsked[] {
  return request.market ? [request.market] : request.incumbentMarkets;
}
