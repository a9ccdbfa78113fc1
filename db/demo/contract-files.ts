import { AIR, type DemoCarrier } from './carriers';
import type { Figures } from './figures';
import { FEE_PER_FLIGHT, monthlyFee } from './offering-figures';

type Term = Record<string, unknown>;

/** The demo's promise of punctuality: at least 80 % on time, three bands, credits by band, repeats watched. */
export const onTime: Term = {
  kpi: 'OTD_PCT',
  operator: 'gte',
  target: 80,
  warn_at: 82,
  bands: [
    { severity: 'minor', from: 78, to: 80, points: 1, credit_percent: 2 },
    { severity: 'serious', from: 75, to: 78, points: 2, credit_percent: 5 },
    { severity: 'critical', from: null, to: 75, points: 4, credit_percent: 10 },
  ],
  min_sample: 30,
  repeat: { consecutive: 3, n_of_m: [3, 9], multiplier: 2 },
  credit: { method: 'tiered' },
};

export const cancelled: Term = {
  kpi: 'CANCEL_PCT',
  operator: 'lte',
  target: 2,
  warn_at: 1.5,
  bands: [
    { severity: 'minor', from: 2, to: 3, points: 1, credit_percent: 1 },
    { severity: 'serious', from: 3, to: 6, points: 2, credit_percent: 3 },
    { severity: 'critical', from: 6, to: null, points: 4, credit_percent: 8 },
  ],
  min_sample: 30,
  repeat: { consecutive: 3 },
  credit: { method: 'tiered' },
};

/** At an airport the target is lower: one storm weighs more there. */
function onTimeAt(market: string): Term {
  return {
    ...onTime,
    target: 75,
    warn_at: 77,
    bands: [
      { severity: 'minor', from: 70, to: 75, points: 1, credit_percent: 1 },
      { severity: 'serious', from: null, to: 70, points: 2, credit_percent: 3 },
    ],
    repeat: { consecutive: 3 },
    missing: 'ignore',
    scope: { service: null, market },
  };
}

/** Late for the carrier's own causes, over a quarter and weighted by its flights. */
export const ownCausesByQuarter: Term = {
  kpi: 'CARRIER_LATE_PCT',
  operator: 'lte',
  target: 5,
  warn_at: 4.5,
  bands: [
    { severity: 'minor', from: 5, to: 7, points: 1, credit_percent: 2 },
    { severity: 'serious', from: 7, to: null, points: 2, credit_percent: 5 },
  ],
  window: { kind: 'calendar', months: 3 },
  aggregate: 'weighted_mean',
  min_sample: 100,
  credit: { method: 'tiered' },
};

const byPoints = (term: Term): Term => ({ ...term, credit: { method: 'points' } });
const withEarnBack = (term: Term): Term => ({ ...term, earn_back: { periods: 3 } });

/** A share of the amount at risk, whatever the miss. */
const ownCausesFromPool: Term = {
  ...ownCausesByQuarter,
  target: 10,
  warn_at: 9,
  bands: [{ severity: 'minor', from: 10, to: null, points: 1 }],
  window: { kind: 'calendar', months: 1 },
  credit: { method: 'pool', pool_percent: 50, allocation_percent: 40 },
};

const ordinary = [onTime, cancelled];

/** The carriers whose terms differ from what all have. */
const ownTerms: Readonly<Record<string, readonly Term[]>> = {
  WN: [...ordinary, ownCausesByQuarter, onTimeAt('DEN')],
  B6: [...ordinary, onTimeAt('BOS'), onTimeAt('JFK')],
  DL: [...ordinary, onTimeAt('ATL')],
  AA: [...ordinary, onTimeAt('DFW')],
  UA: [...ordinary, ownCausesByQuarter, onTimeAt('EWR')],
  NK: [byPoints(onTime), byPoints(cancelled)],
  AS: [withEarnBack(onTime), cancelled],
  OO: [...ordinary, ownCausesFromPool],
};

const AT_RISK = { at_risk_percent: 12 };
const POINTS = {
  points_table: [
    { points: 2, percent: 2 },
    { points: 4, percent: 4 },
    { points: 8, percent: 8 },
  ],
};
/** The carrier that is paid by the flight, as a demonstration of fees that follow reported volumes; all others get one fee. */
export const BY_VOLUME = 'G7';
const perFlight = {
  model: 'per_unit',
  units: [
    {
      unit: 'completed flight (demonstration)',
      price: String(FEE_PER_FLIGHT),
      volume: { kpi: 'FLIGHTS_COMPLETED', service: null, market: null },
    },
  ],
};

const NEWCOMERS = ['C5', 'G7', 'PT', 'ZW'];

/** The first day of a carrier's contract: that of its first figures. */
export function startOf(code: string): string {
  return NEWCOMERS.includes(code) ? '2023-01-01' : '2022-05-01';
}

export function contractNumber(code: string): string {
  return `AIR-${startOf(code).slice(0, 4)}-${code}`;
}

/** The airports that a carrier has figures for. */
function airportsOf({ airports }: Figures, code: string): string[] {
  const own = airports.filter(({ carrier }) => carrier === code);
  return [...new Set(own.map(({ airport }) => airport))].sort();
}

/** The contract of a carrier as a contract document. */
export function contractFile(carrier: DemoCarrier, figures: Figures): Record<string, unknown> {
  const { code, timeZone, contract } = carrier;
  const name = figures.carriers.find((each) => each.code === code)?.name ?? code;
  return {
    number: contractNumber(code),
    vendor: code,
    title: `Air transport, ${name}`,
    services: [AIR],
    markets: airportsOf(figures, code),
    starts: startOf(code),
    ends: contract.ends,
    renewal: contract.renewal,
    notice_days: contract.noticeDays,
    currency: 'USD',
    ...(code === BY_VOLUME ? { pricing: perFlight } : { fee: `${monthlyFee(figures, code)}.00` }),
    credit_cap_percent: 12,
    credit_minimum: '500.00',
    ...(code === 'NK' ? POINTS : {}),
    ...(code === 'OO' ? AT_RISK : {}),
    report_due: { day: 10, grace_days: 5 },
    time_zone: timeZone,
    terms: ownTerms[code] ?? ordinary,
  };
}

export type DemoAmendment = {
  vendor: string;
  term: Term;
  effectiveFrom: string;
  reason: string;
  proposedAt: string;
  approvedAt: string;
};

/**
 * Delta's punctuality is tightened ahead of time. Hawaiian's is relaxed after the fact, when October has been evaluated and
 * credited already: that month comes out anew, and the ledger posts the difference.
 */
export const amendments: readonly DemoAmendment[] = [
  {
    vendor: 'DL',
    term: { ...onTime, target: 82, warn_at: 84, bands: tightened() },
    effectiveFrom: '2023-07-01',
    reason: 'Target raised to 82 % from the second half of 2023 (demonstration)',
    proposedAt: '2023-06-20T14:00:00.000Z',
    approvedAt: '2023-06-20T14:40:00.000Z',
  },
  {
    vendor: 'HA',
    term: { ...onTime, target: 76, warn_at: 77, bands: relaxed() },
    effectiveFrom: '2023-10-01',
    reason: 'Target lowered to 76 % for the season of detours, from October on (demonstration)',
    proposedAt: '2023-12-04T14:00:00.000Z',
    approvedAt: '2023-12-04T14:40:00.000Z',
  },
];

function relaxed() {
  return [
    { severity: 'minor', from: 74, to: 76, points: 1, credit_percent: 2 },
    { severity: 'serious', from: 71, to: 74, points: 2, credit_percent: 5 },
    { severity: 'critical', from: null, to: 71, points: 4, credit_percent: 10 },
  ];
}

function tightened() {
  return [
    { severity: 'minor', from: 80, to: 82, points: 1, credit_percent: 2 },
    { severity: 'serious', from: 76, to: 80, points: 2, credit_percent: 5 },
    { severity: 'critical', from: null, to: 76, points: 4, credit_percent: 10 },
  ];
}
