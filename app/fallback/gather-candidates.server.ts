import { eq } from 'drizzle-orm';
import { offerings } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { CandidateFacts } from './candidate';
import {
  assessmentsOf,
  certificatesOf,
  conditionsOf,
  criticalBreachesOf,
  factsByVendor,
  readingsOf,
  risksOf,
  type FactsAsked,
} from './candidate-queries.server';
import type { ServiceRegister } from './service-register.server';

/**
 * All that the rules look at of everyone who offers the service: six queries, however many there are. Whose reach the
 * person has does not matter here: who could take over is the same whoever asks.
 */
export async function gatherCandidates(
  reader: Reader,
  register: ServiceRegister,
  asked: FactsAsked,
): Promise<CandidateFacts[]> {
  const offering = reader
    .select({ id: offerings.vendorId })
    .from(offerings)
    .where(eq(offerings.serviceId, register.service.id));
  const facts = {
    conditions: await conditionsOf(reader, offering),
    certificates: await certificatesOf(reader, offering),
    breaches: await criticalBreachesOf(reader, offering, asked),
    readings: await readingsOf(reader, offering, register.service.id, asked),
    assessments: await assessmentsOf(reader, offering, asked),
    risks: await risksOf(reader, offering),
  };
  const offered = factsByVendor(register.offerings);
  return [...offered].flatMap(([vendorId, own]) => {
    const firm = register.firms.get(vendorId);
    if (!firm) return [];
    const { status, ...vendor } = firm;
    return [
      {
        vendor,
        status,
        offerings: own.map(({ id: _id, sharePercent: _share, market: _market, ...fact }) => fact),
        conditions: facts.conditions.get(vendorId) ?? [],
        certificates: facts.certificates.get(vendorId) ?? [],
        openCriticalBreaches: facts.breaches.get(vendorId) ?? [],
        readings: facts.readings.get(vendorId) ?? [],
        assessments: facts.assessments.get(vendorId) ?? [],
        risks: facts.risks.get(vendorId) ?? { reviewedOn: null, open: [] },
      },
    ];
  });
}
