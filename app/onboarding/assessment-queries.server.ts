import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { assessments } from '~db/schema/onboarding';
import type { Reader } from '~db/store.server';

/** The results of a vendor's scorings, the latest first. */
export async function assessmentsOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  return reader
    .select()
    .from(assessments)
    .where(and(eq(assessments.vendorId, vendorId), withinScope(scope, assessments.vendorId)))
    .orderBy(desc(assessments.assessedOn), desc(assessments.id))
    .limit(50);
}
