import { and, asc, eq, isNotNull, isNull, notExists } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { waitingInvitations } from '~/onboarding/invitation-queries.server';
import { openReassessments } from '~/onboarding/reassessment-queries.server';
import {
  companySubmissions,
  vendorChanges,
  vendorInvitations,
  vendorSections,
} from '~db/schema/self-service';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Task } from './task';

const MOST = 200;
const noDay = { dueOn: null, period: null };

/** Vendors that have to be assessed again, by when. */
export async function reassessmentsDue(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await openReassessments(reader, scope, MOST);
  return rows.map(({ id, vendorId, vendor, cause, dueOn }) => ({
    kind: 'reassessment_due',
    key: `reassessment:${id}`,
    href: `/vendors/${vendorId}/assessments/request`,
    dueOn,
    period: null,
    listed: vendorId,
    params: { vendor, cause },
  }));
}

/** Descriptions that came in, or came in again after parts were sent back, and that nobody of ours has gone through. */
export async function descriptionsToRead(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await reader
    .select({ submission: companySubmissions, vendor: vendors.name })
    .from(companySubmissions)
    .innerJoin(vendors, eq(vendors.id, companySubmissions.vendorId))
    .where(
      and(
        isNull(companySubmissions.settledAt),
        eq(vendors.status, 'screening'),
        withinScope(scope, companySubmissions.vendorId),
      ),
    )
    .orderBy(asc(companySubmissions.submittedAt), asc(companySubmissions.id))
    .limit(MOST);
  return rows.map(({ submission: { id, vendorId, isFirst, mended }, vendor }) => ({
    ...noDay,
    kind: isFirst ? 'company_submitted' : 'company_resubmitted',
    key: `submission:${id}`,
    href: `/vendors/${vendorId}/company`,
    params: { vendor, count: mended.length },
  }));
}

/** Vendors whose description we have gone through and that nobody has graded: nothing goes on before. */
export async function companiesToGrade(reader: Reader, scope: Scope): Promise<Task[]> {
  const unread = reader
    .select({ id: companySubmissions.id })
    .from(companySubmissions)
    .where(and(eq(companySubmissions.vendorId, vendors.id), isNull(companySubmissions.settledAt)));
  const rows = await reader
    .selectDistinct({ id: vendors.id, vendor: vendors.name })
    .from(vendors)
    .innerJoin(vendorInvitations, eq(vendorInvitations.vendorId, vendors.id))
    .where(
      and(
        eq(vendors.status, 'screening'),
        isNull(vendors.tier),
        notExists(unread),
        withinScope(scope, vendors.id),
      ),
    )
    .orderBy(asc(vendors.name), asc(vendors.id))
    .limit(MOST);
  return rows.map(({ id, vendor }) => ({
    ...noDay,
    kind: 'company_grade',
    key: `company:${id}`,
    href: `/vendors/${id}/tier`,
    params: { vendor },
  }));
}

/** What admitted vendors want changed and we have to confirm. */
export async function changesToConfirm(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await reader
    .select({
      id: vendorChanges.id,
      what: vendorChanges.kind,
      vendorId: vendors.id,
      vendor: vendors.name,
    })
    .from(vendorChanges)
    .innerJoin(vendors, eq(vendors.id, vendorChanges.vendorId))
    .where(and(eq(vendorChanges.state, 'open'), withinScope(scope, vendorChanges.vendorId)))
    .orderBy(asc(vendorChanges.proposedAt), asc(vendorChanges.id))
    .limit(MOST);
  return rows.map(({ id, what, vendorId, vendor }) => ({
    ...noDay,
    kind: 'change_confirm',
    listed: vendorId,
    key: `change:${id}`,
    href: `/vendors/${vendorId}/company`,
    params: { vendor, what },
  }));
}

/** Who is to speak for a vendor, for its own people and ours to confirm; nobody is asked about whom they invited. */
export async function invitationsToConfirm(
  reader: Reader,
  scope: Scope,
  personId: number | null,
): Promise<Task[]> {
  const rows = await waitingInvitations(reader, scope, { limit: MOST, except: personId });
  return rows.map(({ id, vendorId, vendorName, contact }) => ({
    ...noDay,
    kind: 'invitation_confirm',
    key: `invitation:${id}`,
    listed: vendorId,
    href: scope.kind === 'vendor' ? '/company' : `/vendors/${vendorId}/company`,
    params: { vendor: vendorName, name: contact },
  }));
}

/** What a vendor's own people have to do with their description: finish it, or mend what was sent back. */
export async function descriptionToMend(reader: Reader, scope: Scope): Promise<Task[]> {
  if (scope.kind !== 'vendor') return [];
  const [vendor] = await reader
    .select({ status: vendors.status })
    .from(vendors)
    .where(eq(vendors.id, scope.vendorId));
  const returned = await reader.$count(
    vendorSections,
    and(
      eq(vendorSections.vendorId, scope.vendorId),
      isNotNull(vendorSections.remark),
      isNull(vendorSections.answeredAt),
    ),
  );
  const own = { ...noDay, href: '/company', params: {} };
  if (returned > 0) return [{ ...own, kind: 'company_returned', key: 'own-company:returned' }];
  return vendor?.status === 'prospect'
    ? [{ ...own, kind: 'company_fill', key: 'own-company:fill' }]
    : [];
}
