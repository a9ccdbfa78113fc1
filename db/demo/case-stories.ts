import type { Insider } from './people';
import type { Ruling } from '~/sla/rule-on-dispute.server';

type Of = { vendor: string; kpi: string };

/** A carrier that took longer for its plan, from a time on: its answer is still to be looked at on the demo's day. */
export const lateAnswers: readonly { vendor: string; after: string; plannedAt: string }[] = [
  { vendor: 'NK', after: '2023-12-01', plannedAt: '2024-01-04T16:15:00.000Z' },
];

type Without<T, Key extends string> = T extends unknown ? Omit<T, Key> : never;
type Dispute = Of & { at: string; text: string } & {
  ruling: { at: string; says: Without<Ruling, 'caseId'> } | null;
};

/** Demonstration disputes: one that was upheld, one that was not, one that waits. */
export const disputes: readonly Dispute[] = [
  {
    vendor: 'YX',
    kpi: 'CANCEL_PCT',
    at: '2022-06-14T15:00:00.000Z',
    text: 'Most cancellations of the month fell on two days on which air traffic control stopped departures to the New York airports. The list of flights is in the report’s note.',
    ruling: {
      at: '2022-06-17T02:30:00.000Z',
      says: {
        upheld: true,
        kind: 'force_majeure',
        text: 'The ground stops are on record; nobody could have flown. May does not count.',
      },
    },
  },
  {
    vendor: 'NK',
    kpi: 'OTD_PCT',
    at: '2022-06-14T16:00:00.000Z',
    text: 'Delays of the inbound aircraft should not be held against us.',
    ruling: {
      at: '2022-06-17T02:45:00.000Z',
      says: {
        upheld: false,
        text: 'The contract counts arrivals whatever their cause. The breach stands.',
      },
    },
  },
  {
    vendor: 'F9',
    kpi: 'OTD_PCT',
    at: '2024-01-11T20:10:00.000Z',
    text: 'Denver was closed for some hours on two days in December. We ask that the arrivals of these days are left out and will send the list.',
    ruling: null,
  },
];

/** An exclusion agreed between both sides: Alaska's December storm does not count, Southwest's does. */
export const excusals: readonly (Of & {
  at: string;
  firstPeriod: string;
  lastPeriod: string;
  kind: string;
  text: string;
  agreedBy: string;
})[] = [
  {
    vendor: 'AS',
    kpi: 'OTD_PCT',
    at: '2023-01-20T03:00:00.000Z',
    firstPeriod: '2022-12',
    lastPeriod: '2022-12',
    kind: 'force_majeure',
    text: 'Freezing rain closed Seattle and Portland for days; operations recovered as soon as the airports did.',
    agreedBy: '王岚, AS Sample',
  },
];

type Reply = Of & { at: string; by: Insider | 'vendor'; text: string; internal: boolean };

/** What was said of Southwest's December 2022. */
export const replies: readonly Reply[] = [
  {
    vendor: 'WN',
    kpi: 'CANCEL_PCT',
    at: '2023-01-13T16:20:00.000Z',
    by: 'vendor',
    text: 'The winter storm began it, and our crew scheduling could not follow: about 17,000 flights of the month were cancelled, nearly all in its last ten days. We do not ask for an exclusion. A plan follows this week.',
    internal: false,
  },
  {
    vendor: 'WN',
    kpi: 'CANCEL_PCT',
    at: '2023-01-16T14:40:00.000Z',
    by: 'martin',
    text: 'Thank you for the plain answer. We look for two things in the plan: crews in place before a storm, and a way to rebuild the schedule in a day.',
    internal: false,
  },
  {
    vendor: 'WN',
    kpi: 'CANCEL_PCT',
    at: '2023-01-16T14:55:00.000Z',
    by: 'martin',
    text: 'No switch for one month alone. If spring is no better, we split the volume in Denver.',
    internal: true,
  },
  {
    vendor: 'WN',
    kpi: 'OTD_PCT',
    at: '2023-01-13T16:30:00.000Z',
    by: 'vendor',
    text: 'On time fell to 71.25 % in December for the same reasons as the cancellations; January is close to the target again.',
    internal: false,
  },
];

/** Days after the due day on which carriers do the steps of their plans, and those who take longer. */
export const stepsDone = { usualDays: 3, slowDays: 70, slow: ['F9', 'NK'] } as const;
