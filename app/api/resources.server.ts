import {
  actionResource,
  proposalResource,
  reviewResource,
  riskResource,
} from './followup-resources.server';
import { readingResource } from './reading-resource.server';
import { reportResource } from './report-resource.server';
import type { Resource } from './resource.server';
import { breachResource, creditResource, evaluationResource } from './sla-resources.server';
import { contractResource, vendorResource } from './vendor-resources.server';

/** Every kind of record that the interface gives, by the last part of its address. */
export const apiResources = {
  vendors: vendorResource,
  contracts: contractResource,
  reports: reportResource,
  readings: readingResource,
  evaluations: evaluationResource,
  breaches: breachResource,
  credits: creditResource,
  proposals: proposalResource,
  reviews: reviewResource,
  actions: actionResource,
  risks: riskResource,
} as const satisfies Record<string, Resource>;

/** A kind of record by its name in an address; null where there is none. */
export function resourceNamed(name: string | undefined): Resource | null {
  return Object.entries<Resource>(apiResources).find(([known]) => known === name)?.[1] ?? null;
}
