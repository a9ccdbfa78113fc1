import fc from 'fast-check';
import type { CandidateFacts } from '~/fallback/candidate';
import { ASIA, LYON, offering, sixMonths } from '../casts/fallback-cast';

const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => String(hundredths / 100));

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const day = fc
  .integer({ min: 0, max: 1000 })
  .map((days) => new Date(Date.UTC(2021, 9, 1) + days * 86_400_000).toISOString().slice(0, 10));

export const facts: fc.Arbitrary<Partial<CandidateFacts>> = fc.record({
  status: fc.constantFrom('approved', 'active', 'conditional', 'suspended'),
  readings: fc.array(maybe(percent), { maxLength: 6 }).map((values) => sixMonths(values)),
  offerings: fc
    .record({
      marketId: fc.constantFrom(LYON.id, ASIA, 1),
      capacity: maybe(fc.constantFrom('10', '1000', '9999')),
      unitPrice: maybe(fc.integer({ min: 0, max: 900 }).map((cents) => String(cents / 100))),
      currency: fc.constantFrom('EUR', 'USD'),
      switchDays: maybe(fc.nat(50)),
      standbySignedOn: maybe(day),
      switchTestedOn: maybe(day),
      integratedOn: maybe(day),
    })
    .map((some) => [offering(some)]),
  assessments: maybe(percent).map((total) =>
    total === null
      ? []
      : [{ scorecard: 'full', total, assessedOn: '2023-05-01', validUntil: '2024-05-01' }],
  ),
  risks: fc.record({
    reviewedOn: maybe(day),
    open: fc.array(
      fc.record({
        title: fc.constant('risk'),
        score: fc.integer({ min: 1, max: 25 }),
        reviewedOn: maybe(day),
      }),
      { maxLength: 3 },
    ),
  }),
});

export const rates = [{ currency: 'USD', rate: '1.1', on: '2023-12-29' }];
