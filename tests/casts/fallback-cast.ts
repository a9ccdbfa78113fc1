import type {
  CandidateFacts,
  FallbackRequest,
  Firm,
  MarketAsked,
  OfferingFact,
  ReadingFact,
  TermAsked,
} from '~/fallback/candidate';
import { type Period, parsePeriod } from '~/shared/period';

/** The day of every example: its last six months are 2023-07 to 2023-12. */
export const AS_OF = '2024-01-12';

export const LYON: MarketAsked = {
  id: 31,
  code: 'LYS',
  nameEn: 'Lyon',
  nameZh: '里昂',
  ancestors: [30, 3, 1],
};
export const PARIS: MarketAsked = {
  id: 32,
  code: 'PAR',
  nameEn: 'Paris',
  nameZh: '巴黎',
  ancestors: [30, 3, 1],
};
export const FRANCE = 30;
export const ASIA = 9;
export const DELIVERY = 5;
export const ON_TIME = 7;

export function month(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new RangeError(`not a month: ${text}`);
  return period;
}

export function firm(id: number, name: string, more: Partial<Firm> = {}): Firm {
  return { id, code: `V${id}`, name, country: 'FR', groupId: id, groupName: name, ...more };
}

export const INCUMBENT = firm(100, 'Chronic Couriers');

export function offering(more: Partial<OfferingFact> = {}): OfferingFact {
  return {
    marketId: LYON.id,
    capacity: '5000',
    carried: null,
    unitPrice: '4.00',
    currency: 'EUR',
    switchDays: 10,
    standbySignedOn: '2023-03-01',
    switchTestedOn: '2023-11-20',
    integratedOn: '2023-04-15',
    ...more,
  };
}

export function reading(period: string, value: string | null, more: Partial<ReadingFact> = {}) {
  return {
    kpiId: ON_TIME,
    serviceId: null,
    marketId: LYON.id,
    period: month(period),
    value,
    numerator: null,
    denominator: null,
    sampleSize: null,
    ...more,
  };
}

/** Readings of the last six months, oldest first. */
export function sixMonths(values: (string | null)[], more: Partial<ReadingFact> = {}) {
  return values.map((value, index) =>
    reading(`2023-${String(index + 7).padStart(2, '0')}`, value, more),
  );
}

export const ON_TIME_80: TermAsked = {
  kpi: { id: ON_TIME, code: 'OTD_PCT', nameEn: 'On time', nameZh: '准点率', unit: '%' },
  operator: 'gte',
  target: '80',
  roundTo: null,
  minSample: null,
  sources: ['vendor_report'],
};

/** Last-mile delivery in Lyon, recovery in ten days, ISO 27001 asked for, the incumbent at 4.00 euros and 1,000 parcels. */
export function request(more: Partial<FallbackRequest> = {}): FallbackRequest {
  return {
    asOf: AS_OF,
    incumbent: { vendor: INCUMBENT, offerings: [offering()] },
    service: {
      id: DELIVERY,
      code: 'LAST_MILE',
      nameEn: 'Last-mile delivery',
      nameZh: '末端配送',
      recoveryDays: 10,
      requiredCertificates: ['ISO27001'],
    },
    market: LYON,
    incumbentMarkets: [LYON],
    asked: { sharePercent: '100', unitsAMonth: '1000' },
    terms: [ON_TIME_80],
    basis: 'missed_term',
    volumes: [],
    houseCurrency: 'CNY',
    rates: [],
    ...more,
  };
}

/** A vendor that passes every gate and earns every point, but for what is said otherwise. */
export function candidate(name: string, more: Partial<CandidateFacts> = {}): CandidateFacts {
  const id = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return {
    vendor: firm(1000 + id, name),
    status: 'approved',
    conditions: [],
    offerings: [offering({ unitPrice: '3.20' })],
    certificates: [{ kind: 'ISO27001', issuedOn: '2022-06-01', expiresOn: '2025-05-31' }],
    openCriticalBreaches: [],
    readings: sixMonths(['81', '82', '83', '84', '85', '86']),
    assessments: [
      { scorecard: 'full', total: '100', assessedOn: '2023-09-01', validUntil: '2024-08-31' },
    ],
    risks: { reviewedOn: '2023-10-01', open: [] },
    ...more,
  };
}
