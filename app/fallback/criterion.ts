import { Decimal, roundedText } from '~/shared/decimal';
import { lastDay } from '~/shared/period';
import {
  type AssessmentFact,
  type CandidateFacts,
  type FallbackRequest,
  marketsAsked,
  type RiskFacts,
} from './candidate';
import { offeringsUsed, preparations, type Preparations, slowestSwitch } from './coverage';
import { meanShare, performanceAgainst, type TermPerformance } from './performance';
import { comparedPrice, type ComparedPrice } from './price';
import { isTestRecent } from './readiness';
import type { Criterion } from './criteria';

/** What each preparation is worth of 100. */
const READINESS = { standbySigned: 40, switchTested: 30, integrated: 30 };
/** The switch time worth nothing, in recovery times. */
const SLOWEST_SWITCH = 3;
/** The prices worth everything and nothing, in prices of the incumbent. */
const PRICE = { best: '0.8', worst: '1.5' };
/** What a point of residual risk (1 to 25) costs. */
const RISK_STEP = 4;

/** Why a criterion says nothing of a candidate. */
export type UnknownReason =
  | 'no_term'
  | 'too_few_months'
  | 'not_assessed'
  | 'no_switch_time'
  | 'no_recovery_time'
  | 'no_price'
  | 'no_rate'
  | 'no_incumbent_price'
  | 'never_reviewed';

/** The data behind a criterion's value. */
export type CriterionData =
  | { criterion: 'performance'; basis: FallbackRequest['basis']; terms: TermPerformance[] }
  | ({ criterion: 'readiness'; switchTestRecent: boolean } & Preparations)
  | { criterion: 'assessment'; assessment: AssessmentFact | null }
  | { criterion: 'switch_time'; switchDays: number | null; recoveryDays: number | null }
  | { criterion: 'price'; price: ComparedPrice | null; incumbent: ComparedPrice | null }
  | { criterion: 'risk'; highest: RiskFacts['open'][number] | null; reviewedOn: string | null };

/** A criterion's value from 0 to 100, or why there is none; `dataOn` is the day that its data speaks of. */
export type CriterionValue = {
  value: string | null;
  unknown: UnknownReason | null;
  dataOn: string | null;
  data: CriterionData;
};

type Rule = (candidate: CandidateFacts, request: FallbackRequest) => CriterionValue;

/** What each criterion says of a candidate. None looks at the other candidates. */
export const criterionRules: Record<Criterion, Rule> = {
  performance: performanceValue,
  readiness: readinessValue,
  assessment: assessmentValue,
  switch_time: switchTimeValue,
  price: priceValue,
  risk: riskValue,
};

/**
 * Share of the last six months that would have met the missed term; where none was missed, the mean of the shares for
 * the terms that the incumbent's own contracts hold for the service.
 */
function performanceValue(candidate: CandidateFacts, request: FallbackRequest): CriterionValue {
  const terms = request.terms.map((term) => performanceAgainst(term, candidate.readings, request));
  const share = meanShare(terms);
  const last = Math.max(...terms.flatMap(({ months }) => months.map(({ period }) => period)));
  const data: CriterionData = { criterion: 'performance', basis: request.basis, terms };
  const dataOn = Number.isFinite(last) ? lastDay(last) : null;
  if (share) return known(share, dataOn, data);
  return unknown(terms.length === 0 ? 'no_term' : 'too_few_months', data, dataOn);
}

/** Standby contract signed 40, switch tested in the last twelve months 30, integration done 30; always known. */
function readinessValue(candidate: CandidateFacts, request: FallbackRequest): CriterionValue {
  const done = preparations(offeringsUsed(candidate.offerings, marketsAsked(request)));
  const by = (day: string | null) => day !== null && day <= request.asOf;
  const switchTestRecent = isTestRecent(done.switchTestedOn, request.asOf);
  const value =
    (by(done.standbySignedOn) ? READINESS.standbySigned : 0) +
    (switchTestRecent ? READINESS.switchTested : 0) +
    (by(done.integratedOn) ? READINESS.integrated : 0);
  const days = [done.standbySignedOn, done.switchTestedOn, done.integratedOn].filter(by);
  return known(new Decimal(value), days.sort().at(-1) ?? request.asOf, {
    criterion: 'readiness',
    switchTestRecent,
    ...done,
  });
}

/** The total of the latest scorecard that is valid on the day, 0 to 100. */
function assessmentValue({ assessments }: CandidateFacts, { asOf }: FallbackRequest) {
  const assessment = assessments
    .filter(
      ({ assessedOn, validUntil }) =>
        assessedOn <= asOf && (validUntil === null || validUntil >= asOf),
    )
    .reduce<AssessmentFact | null>(
      (last, next) => (last && last.assessedOn >= next.assessedOn ? last : next),
      null,
    );
  const data: CriterionData = { criterion: 'assessment', assessment };
  return assessment
    ? known(new Decimal(assessment.total), assessment.assessedOn, data)
    : unknown('not_assessed', data);
}

/** 100 at or under the service's recovery time, 0 at three times it and beyond, straight between. */
function switchTimeValue({ offerings }: CandidateFacts, request: FallbackRequest): CriterionValue {
  const switchDays = slowestSwitch(offeringsUsed(offerings, marketsAsked(request)));
  const { recoveryDays } = request.service;
  const data: CriterionData = { criterion: 'switch_time', switchDays, recoveryDays };
  if (switchDays === null) return unknown('no_switch_time', data);
  if (recoveryDays === null) return unknown('no_recovery_time', data);
  const best = new Decimal(recoveryDays);
  return known(
    falling(new Decimal(switchDays), best, best.times(SLOWEST_SWITCH)),
    request.asOf,
    data,
  );
}

/** 100 at 0.8 of the incumbent's unit price and below, 0 at 1.5 and above, straight between. */
function priceValue({ offerings }: CandidateFacts, request: FallbackRequest): CriterionValue {
  const { own, incumbent } = prices(offerings, request);
  const data: CriterionData = {
    criterion: 'price',
    price: typeof own === 'string' ? null : own,
    incumbent: typeof incumbent === 'string' ? null : incumbent,
  };
  if (typeof own === 'string') return unknown(own, data);
  const base = new Decimal(typeof incumbent === 'string' ? 0 : incumbent.amount);
  if (base.lte(0)) return unknown('no_incumbent_price', data);
  const value = falling(new Decimal(own.amount), base.times(PRICE.best), base.times(PRICE.worst));
  const oldest = own.rates.map(({ on }) => on).sort()[0];
  return known(value, oldest ?? request.asOf, data);
}

/** 100 less four times the highest open residual risk; reviewed and nothing open is 100, never reviewed is unknown. */
function riskValue({ risks }: CandidateFacts): CriterionValue {
  const highest = risks.open.reduce<RiskFacts['open'][number] | null>(
    (worst, next) => (worst && worst.score >= next.score ? worst : next),
    null,
  );
  const data: CriterionData = { criterion: 'risk', highest, reviewedOn: risks.reviewedOn };
  if (!highest && risks.reviewedOn === null) return unknown('never_reviewed', data);
  const value = new Decimal(100).minus(RISK_STEP * (highest?.score ?? 0));
  return known(value, highest?.reviewedOn ?? risks.reviewedOn, data);
}

/**
 * The candidate's and the incumbent's unit price in one currency: the incumbent's own where all its markets share one,
 * else the house currency.
 */
function prices(offerings: CandidateFacts['offerings'], request: FallbackRequest) {
  const markets = marketsAsked(request);
  const used = offeringsUsed(request.incumbent.offerings, markets);
  const currencies = new Set(used.map((offering) => offering.currency));
  const [first] = currencies;
  const currency = currencies.size === 1 && first != null ? first : request.houseCurrency;
  const compare = (of: CandidateFacts['offerings']) =>
    comparedPrice(of, markets, currency, request.rates, request.asOf);
  return { own: compare(offerings), incumbent: compare(request.incumbent.offerings) };
}

/** 100 at `best` or lower, 0 at `worst` or higher, straight between. Where both are one value, the step is there. */
function falling(value: Decimal, best: Decimal, worst: Decimal): Decimal {
  if (value.lte(best)) return new Decimal(100);
  if (value.gte(worst)) return new Decimal(0);
  return worst.minus(value).times(100).div(worst.minus(best));
}

function known(value: Decimal, dataOn: string | null, data: CriterionData): CriterionValue {
  const held = Decimal.min(100, Decimal.max(0, value));
  return { value: roundedText(held, 12), unknown: null, dataOn, data };
}

function unknown(
  reason: UnknownReason,
  data: CriterionData,
  dataOn: string | null = null,
): CriterionValue {
  return { value: null, unknown: reason, dataOn, data };
}
