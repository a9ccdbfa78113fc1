import { actionsOfPack } from '~/actions/action-section.server';
import { contractSections } from '~/contracts/contract-section.server';
import { fallbackSections } from '~/fallback/readiness-section.server';
import { satisfactionSections } from '~/onboarding/satisfaction-section.server';
import type { PackContributor } from '~/packs/contributor.server';
import { riskSections } from '~/risks/risk-section.server';
import { settlementSections } from '~/settlement/credit-section.server';
import { performanceSections } from '~/sla/performance-section.server';
import { certificateSections } from '~/vendors/certificate-section.server';
import { reviewSections } from './review-section.server';

/** Everybody who has something to say in a pack; a new area joins with a line here. */
export const contributors: readonly PackContributor[] = [
  performanceSections,
  settlementSections,
  contractSections,
  certificateSections,
  satisfactionSections,
  actionsOfPack,
  reviewSections,
  riskSections,
  fallbackSections,
];
