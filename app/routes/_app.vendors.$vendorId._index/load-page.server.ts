import { z } from 'zod';
import { actionState } from '~/actions/action';
import { openActionsOf } from '~/actions/action-queries.server';
import { dayOf } from '~/auth/act';
import type { Visit } from '~/auth/require-person.server';
import { standingOn } from '~/contracts/contract';
import { contractsOfVendor } from '~/contracts/contract-queries.server';
import { documentsOf, documentsOfAll } from '~/documents/document-queries.server';
import { isTestRecent } from '~/fallback/readiness';
import { isAssessmentValid } from '~/onboarding/assessment';
import { certificationOf } from '~/onboarding/certification';
import { certificationFacts } from '~/onboarding/certification-queries.server';
import { reassessmentOfVendor } from '~/onboarding/reassessment-queries.server';
import { scoringsOfVendor } from '~/onboarding/scoring-queries.server';
import { assessmentsOfVendor } from '~/onboarding/assessment-queries.server';
import { riskLevel, riskScore } from '~/risks/risk';
import { risksOfVendor } from '~/risks/risk-queries.server';
import { countryName } from '~/shared/country-codes';
import { nameOrCode } from '~/shared/named';
import { vendorPerformance } from '~/sla/vendor-performance.server';
import { certificateState, missingCertificates } from '~/vendors/certificate';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';
import { tiers } from '~/vendors/tier';
import { vendorStatuses } from '~/vendors/vendor';
import type { Vendor } from '~/vendors/vendor-queries.server';
import {
  certificatesOfVendor,
  contactsOfVendor,
  groupOfVendor,
  historyOfVendor,
  offeringsOfVendor,
  openCasesOf,
} from '~/vendors/vendor-record-queries.server';

/** Everything that the vendor's page tells, as of the portal's day. */
export async function loadVendorPage(visit: Visit, vendor: Vendor) {
  const { reader, scope, now, locale, can } = visit;
  const today = dayOf(now);
  const openCases = await openCasesOf(reader, [vendor.id]);
  return {
    title: vendor.name,
    today,
    may: {
      write: can('vendors.write'),
      approve: can('vendors.approve'),
      decide: can('admissions.decide'),
      steer: can('actions.steer'),
      assess: can('assessments.open'),
    },
    vendor: { ...vendor, country: vendor.country && countryName(vendor.country, locale) },
    identifiers: (await identifiersOfVendor(reader, scope, vendor.id)).map((identifier) => ({
      ...identifier,
      country: identifier.country && countryName(identifier.country, locale),
    })),
    group: await groupOfVendor(reader, scope, vendor),
    openCases: openCases.get(vendor.id) ?? 0,
    performance: await vendorPerformance(reader, scope, vendor.id, { today, locale }),
    contacts: await contactsOfVendor(reader, scope, vendor.id),
    ...(await supplied(visit, vendor.id)),
    ...(await assessed(visit, vendor.id)),
    ...(await agreed(visit, vendor.id)),
    history: (await historyOfVendor(reader, scope, vendor.id)).map(
      ({ action, after, before: _, ...entry }) => ({
        ...entry,
        done: action.replace(/^vendor\./, ''),
        ...became(action, after),
      }),
    ),
  };
}

/** What it offers, and what of it is proven: its certificates, those it lacks, and the papers. */
async function supplied({ reader, scope, now, locale }: Visit, vendorId: number) {
  const today = dayOf(now);
  const offered = await offeringsOfVendor(reader, scope, vendorId);
  const certificates = await certificatesOfVendor(reader, scope, vendorId);
  const named = (names: { nameEn: string; nameZh: string; code: string }) =>
    nameOrCode(names, locale);
  return {
    offerings: offered.map(({ offering, service, market }) => ({
      ...offering,
      service: named(service),
      market: named(market),
      readiness: {
        standbySignedOn: doneBy(offering.standbySignedOn, today),
        switchTestedOn:
          doneBy(offering.switchTestedOn, today) === 'done' &&
          !isTestRecent(offering.switchTestedOn, today)
            ? ('too_old' as const)
            : doneBy(offering.switchTestedOn, today),
        integratedOn: doneBy(offering.integratedOn, today),
      },
    })),
    certificates: certificates.map((certificate) => ({
      ...certificate,
      state: certificateState(certificate, today),
    })),
    missingCertificates: missingCertificates(
      offered.flatMap(({ service }) => service.requiredCertificates),
      certificates,
      today,
    ),
    documents: [
      ...(await documentsOf(reader, scope, { kind: 'vendor', id: vendorId })),
      ...(await documentsOfAll(
        reader,
        scope,
        'certificate',
        certificates.map(({ id }) => id),
      )),
    ],
  };
}

/** How it was judged, and how it is being judged. */
async function assessed({ reader, scope, now }: Visit, vendorId: number) {
  const today = dayOf(now);
  const certified = await certificationFacts(reader, vendorId, today);
  return {
    certification: {
      ...certificationOf(certified),
      total: certified.total,
    },
    reassessment: await reassessmentOfVendor(reader, scope, vendorId),
    running: (await scoringsOfVendor(reader, scope, vendorId))
      .filter((scoring) => scoring.state !== 'concluded')
      .map(({ id, handedIn, assessors, state: at }) => ({ id, handedIn, assessors, state: at })),
    assessments: (await assessmentsOfVendor(reader, scope, vendorId)).map((assessment) => ({
      ...assessment,
      isValid: isAssessmentValid(assessment, today),
    })),
  };
}

/** What binds us: its contracts, what was promised, and the risks that are kept in sight. */
async function agreed({ reader, scope, now }: Visit, vendorId: number) {
  const today = dayOf(now);
  return {
    contracts: (await contractsOfVendor(reader, scope, vendorId)).map((contract) => ({
      id: contract.id,
      number: contract.number,
      title: contract.title,
      startsOn: contract.startsOn,
      endsOn: contract.terminatedOn ?? contract.endsOn,
      currency: contract.currency,
      feeMinor: contract.feeMinor,
      standing: standingOn(contract, today),
    })),
    actions: (await openActionsOf(reader, scope, vendorId)).map(({ action, owner }) => ({
      id: action.id,
      title: action.title,
      step: action.step,
      side: action.side,
      dueOn: action.dueOn,
      owner,
      state: actionState(action, today),
    })),
    risks: (await risksOfVendor(reader, scope, vendorId)).map((risk) => ({
      ...risk,
      before: scored(risk.likelihood, risk.impact),
      after: scored(risk.residualLikelihood, risk.residualImpact),
    })),
  };
}

export type VendorPage = Awaited<ReturnType<typeof loadVendorPage>>;

function doneBy(day: string | null, today: string): 'done' | 'open' {
  return day !== null && day <= today ? 'done' : 'open';
}

function scored(likelihood: number, impact: number) {
  const score = riskScore(likelihood, impact);
  return { score, level: riskLevel(score) };
}

const state = z.object({
  status: z.enum(vendorStatuses).optional().catch(undefined),
  tier: z.enum(tiers).optional().catch(undefined),
});

/** The status or tier that an entry of the audit trail led to. */
function became(action: string, after: unknown) {
  const read = state.safeParse(after);
  const { status, tier } = read.success ? read.data : {};
  return {
    status: (action === 'vendor.status_changed' && status) || null,
    tier: (action === 'vendor.graded' && tier) || null,
  };
}
