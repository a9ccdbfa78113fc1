import { and, asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Scope } from '~/auth/act';
import { withinGrants } from '~/auth/scope.server';
import { people, reviewGrants } from '~db/schema/auth';
import { checkEvents, checkEvidence, dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { checkOrder } from './due-diligence';

/** The checks that a person may see: insiders those of vendors within their reach, outside reviewers those given to them. */
export function checksWithin(scope: Scope) {
  return withinGrants(scope, 'check', dueDiligenceChecks.id, dueDiligenceChecks.vendorId);
}

/** A check with its vendor, as far as the reader may see it. */
export async function findCheck(reader: Reader, scope: Scope, checkId: number) {
  const [row] = await reader
    .select({
      check: dueDiligenceChecks,
      vendor: {
        id: vendors.id,
        code: vendors.code,
        name: vendors.name,
        country: vendors.country,
        status: vendors.status,
        tier: vendors.tier,
      },
    })
    .from(dueDiligenceChecks)
    .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
    .where(and(eq(dueDiligenceChecks.id, checkId), checksWithin(scope)));
  return row ?? null;
}

/** All checks of a vendor, in the order in which tiers add them. */
export async function checksOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  const signer = alias(people, 'signer');
  const rows = await reader
    .select({ check: dueDiligenceChecks, reviewer: people.name, signedOffBy: signer.name })
    .from(dueDiligenceChecks)
    .leftJoin(people, eq(people.id, dueDiligenceChecks.reviewerId))
    .leftJoin(signer, eq(signer.id, dueDiligenceChecks.signedOffBy))
    .where(and(eq(dueDiligenceChecks.vendorId, vendorId), checksWithin(scope)));
  return rows
    .map(({ check, ...names }) => ({
      ...check,
      reviewer: names.reviewer,
      signer: names.signedOffBy,
    }))
    .sort((a, b) => checkOrder(a.kind) - checkOrder(b.kind));
}

/** What a check rests on, of a check that the reader has found. */
export async function evidenceOfCheck(reader: Reader, checkId: number) {
  return reader
    .select({ evidence: checkEvidence, addedBy: people.name })
    .from(checkEvidence)
    .leftJoin(people, eq(people.id, checkEvidence.addedBy))
    .where(eq(checkEvidence.checkId, checkId))
    .orderBy(asc(checkEvidence.addedAt), asc(checkEvidence.id));
}

/** The story of a check, the latest first. */
export async function storyOfCheck(reader: Reader, checkId: number) {
  return reader
    .select({
      id: checkEvents.id,
      at: checkEvents.at,
      kind: checkEvents.kind,
      result: checkEvents.result,
      text: checkEvents.text,
      person: people.name,
    })
    .from(checkEvents)
    .leftJoin(people, eq(people.id, checkEvents.personId))
    .where(eq(checkEvents.checkId, checkId))
    .orderBy(desc(checkEvents.id));
}

/** The outside reviewers to whom a check is given. */
export async function outsideReviewersOf(reader: Reader, checkId: number) {
  return reader
    .select({ id: people.id, name: people.name, email: people.email })
    .from(reviewGrants)
    .innerJoin(people, eq(people.id, reviewGrants.personId))
    .where(and(eq(reviewGrants.subject, 'check'), eq(reviewGrants.recordId, checkId)))
    .orderBy(asc(people.name));
}

/** Who can be given a check: insiders who review, or outside reviewers. */
export async function reviewersToChoose(reader: Reader, side: 'inside' | 'outside') {
  const rows = await reader
    .select({ id: people.id, name: people.name, email: people.email, role: people.role })
    .from(people)
    .where(eq(people.active, true))
    .orderBy(asc(people.name));
  return rows.filter(({ role }) =>
    side === 'outside' ? role === 'reviewer' : role === 'procurement' || role === 'manager',
  );
}
