import { and, desc, eq, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { risks } from '~db/schema/risks';
import type { Reader } from '~db/store.server';

/** A vendor's risks, open ones first, the greatest residual risk first. Never for outsiders' eyes. */
export async function risksOfVendor(reader: Reader, scope: Scope, vendorId: number) {
  if (scope.kind === 'vendor') return [];
  return reader
    .select()
    .from(risks)
    .where(and(eq(risks.vendorId, vendorId), withinScope(scope, risks.vendorId)))
    .orderBy(
      sql`case when ${risks.closedAt} is null then 0 else 1 end`,
      desc(sql`${risks.residualLikelihood} * ${risks.residualImpact}`),
      desc(risks.reviewedOn),
    )
    .limit(100);
}
