/** Demonstration second sources: who stands by at an airport, in which order, and what has been prepared. */
export type Standby = {
  airport: string;
  carrier: string;
  order: number;
  signed: string;
  tested?: string;
  integrated?: string;
};

export const standbys: readonly Standby[] = [
  {
    airport: 'BOS',
    carrier: 'DL',
    order: 1,
    signed: '2023-03-01',
    tested: '2023-09-14',
    integrated: '2023-04-18',
  },
  { airport: 'BOS', carrier: 'YX', order: 2, signed: '2023-06-12', integrated: '2023-08-01' },
  {
    airport: 'JFK',
    carrier: 'DL',
    order: 1,
    signed: '2023-03-01',
    tested: '2023-10-05',
    integrated: '2023-04-18',
  },
  { airport: 'JFK', carrier: 'YX', order: 2, signed: '2023-06-12' },
  {
    airport: 'DEN',
    carrier: 'UA',
    order: 1,
    signed: '2022-11-15',
    tested: '2023-05-23',
    integrated: '2023-01-10',
  },
  { airport: 'DEN', carrier: 'OO', order: 2, signed: '2023-02-20', integrated: '2023-05-02' },
  {
    airport: 'ATL',
    carrier: 'WN',
    order: 1,
    signed: '2023-01-16',
    tested: '2022-10-11',
    integrated: '2023-02-28',
  },
  {
    airport: 'ORD',
    carrier: 'AA',
    order: 1,
    signed: '2023-04-03',
    tested: '2023-11-08',
    integrated: '2023-06-19',
  },
  { airport: 'ORD', carrier: 'OO', order: 2, signed: '2023-02-20' },
  {
    airport: 'EWR',
    carrier: 'YX',
    order: 1,
    signed: '2023-06-12',
    tested: '2023-12-06',
    integrated: '2023-08-01',
  },
  { airport: 'LAX', carrier: 'AS', order: 1, signed: '2023-05-08', integrated: '2023-07-24' },
  {
    airport: 'SEA',
    carrier: 'QX',
    order: 1,
    signed: '2022-09-01',
    tested: '2023-04-12',
    integrated: '2022-11-21',
  },
  { airport: 'SFO', carrier: 'AS', order: 1, signed: '2023-05-08' },
];

/** The day on which all that was prepared is done. */
export function readyOn({ signed, tested, integrated }: Standby): string {
  return [signed, tested ?? '', integrated ?? ''].sort().at(-1) ?? signed;
}

export const SAFETY = 'Safety audit';
export const INSURANCE = 'Liability insurance';

/** Demonstration certificates: every carrier has both for long, but for those named here. */
export const certificateEnds: Readonly<Record<string, { kind: string; expiresOn: string }>> = {
  NK: { kind: INSURANCE, expiresOn: '2024-01-31' },
  UA: { kind: SAFETY, expiresOn: '2024-03-15' },
  G4: { kind: SAFETY, expiresOn: '2023-11-30' },
};

/** Horizon delivers better than anybody and has no safety audit on file: first in the figures, out at the gate. */
export const withoutSafetyAudit = 'QX';

/** A demonstration total below this is a conditional result. */
export const conditionalBelow = 65;

/** Demonstration risks. */
export const risks: readonly {
  carrier: string;
  category: string;
  title: string;
  likelihood: number;
  impact: number;
  residualLikelihood: number;
  residualImpact: number;
  reviewedOn: string;
  shared?: string;
}[] = [
  {
    carrier: 'WN',
    category: 'operational',
    title: 'Crew scheduling does not keep up with a large disruption',
    likelihood: 3,
    impact: 5,
    residualLikelihood: 2,
    residualImpact: 4,
    reviewedOn: '2023-11-20',
    shared: 'on',
  },
  {
    carrier: 'B6',
    category: 'operational',
    title: 'Punctuality in the north-east stays below target',
    likelihood: 5,
    impact: 4,
    residualLikelihood: 4,
    residualImpact: 4,
    reviewedOn: '2023-11-22',
  },
  {
    carrier: 'F9',
    category: 'operational',
    title: 'Punctuality below target for more than a year',
    likelihood: 5,
    impact: 3,
    residualLikelihood: 4,
    residualImpact: 3,
    reviewedOn: '2023-11-22',
  },
  {
    carrier: 'NK',
    category: 'financial',
    title: 'Financial health to be watched every quarter',
    likelihood: 3,
    impact: 4,
    residualLikelihood: 3,
    residualImpact: 4,
    reviewedOn: '2023-10-16',
  },
  {
    carrier: 'YV',
    category: 'operational',
    title: 'Contract ends without a successor',
    likelihood: 4,
    impact: 3,
    residualLikelihood: 3,
    residualImpact: 3,
    reviewedOn: '2023-12-04',
  },
  {
    carrier: 'DL',
    category: 'reputation',
    title: 'Large share of two airports with one carrier',
    likelihood: 2,
    impact: 4,
    residualLikelihood: 1,
    residualImpact: 4,
    reviewedOn: '2023-09-27',
  },
  {
    carrier: 'AS',
    category: 'operational',
    title: 'Large share of Seattle with one corporate group',
    likelihood: 2,
    impact: 4,
    residualLikelihood: 2,
    residualImpact: 3,
    reviewedOn: '2023-09-27',
  },
  {
    carrier: 'YX',
    category: 'operational',
    title: 'Many cancellations in summer storms',
    likelihood: 3,
    impact: 3,
    residualLikelihood: 2,
    residualImpact: 3,
    reviewedOn: '2023-10-30',
  },
];
