import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { reports } from '~db/schema/kpi';
import type { Tx } from '~db/store.server';

export type OpenReport = typeof reports.$inferSelect;

/** A report within the act's scope, locked until the transaction ends. */
export async function loadReport(tx: Tx, act: Act, reportId: number): Promise<OpenReport | null> {
  await tx.lockRow('reports', 'id', reportId);
  const [report] = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.id, reportId), withinScope(act.scope, reports.vendorId)));
  return report ?? null;
}
