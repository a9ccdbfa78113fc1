import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { people } from '~db/schema/auth';
import { reports } from '~db/schema/kpi';
import type { Tx } from '~db/store.server';
import { isOfOwnSide } from './report-sides.server';

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

/** The same, where the act's own side brought the report: nobody speaks for the figures of the other side. */
export async function loadOwnReport(
  tx: Tx,
  act: Act,
  reportId: number,
): Promise<OpenReport | null> {
  const report = await loadReport(tx, act, reportId);
  if (!report) return null;
  const [sender] = await tx
    .select({ senderVendorId: people.vendorId })
    .from(people)
    .where(eq(people.id, report.createdBy ?? 0));
  return isOfOwnSide(sender ?? { senderVendorId: null }, act.scope) ? report : null;
}
