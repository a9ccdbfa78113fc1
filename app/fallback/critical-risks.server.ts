import { and, asc, isNull, lte, sql } from 'drizzle-orm';
import { lowestScore, riskScore } from '~/risks/risk';
import { risks } from '~db/schema/risks';
import type { Reader } from '~db/store.server';
import type { Cause } from './cause';

/** Open risks that are critical after their treatment, known by a day, and not proposed for yet. */
export async function criticalRisks(
  reader: Reader,
  asOf: string,
): Promise<{ vendorId: number; cause: Cause }[]> {
  const rows = await reader
    .select()
    .from(risks)
    .where(
      and(
        isNull(risks.closedAt),
        lte(risks.reviewedOn, asOf),
        sql`${risks.residualLikelihood} * ${risks.residualImpact} >= ${lowestScore('critical')}`,
        sql`not exists (select 1 from proposal_causes where proposal_causes.risk_id = ${risks.id})`,
      ),
    )
    .orderBy(asc(risks.id));
  return rows.map((risk) => ({
    vendorId: risk.vendorId,
    cause: {
      kind: 'critical_risk',
      riskId: risk.id,
      title: risk.title,
      score: riskScore(risk.residualLikelihood, risk.residualImpact),
      on: risk.reviewedOn,
    },
  }));
}
