import { asc, inArray } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { insiderRecipients, queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { inEachLanguage } from '~/notifications/each-language';
import type { EachLanguage, MailTemplate } from '~/notifications/mail';
import { nameFor } from '~/shared/named';
import { formatPeriod } from '~/shared/period';
import { dayIn } from '~/shared/today';
import { kpis, reportChases } from '~db/schema/kpi';
import type { Store, Tx } from '~db/store.server';
import { reportsDue, type ReportDue } from './due-queries.server';
import { chaseStep, isOutstanding, type ChaseStep } from './report-due';

const templates: Record<ChaseStep, MailTemplate> = {
  due_in_7: 'reportDueSoon',
  due_in_1: 'reportDueSoon',
  due_today: 'reportDueToday',
  overdue: 'reportOverdue',
};

/**
 * Writes to the vendors whose outstanding reports have reached one of the steps, once for each contract, month, step and
 * due day, whatever days nothing ran; a due day that moves arms it again. Returns how many reports were written about.
 */
export async function chaseReports(
  store: Store,
  act: Act,
  asOf: string,
  steps: readonly ChaseStep[],
): Promise<number> {
  const today = dayIn(asOf, act.now);
  const due = (await reportsDue(store.read, everything, today)).filter(isOutstanding);
  let count = 0;
  for (const step of steps) {
    const reached = due.filter((report) => chaseStep(report, today(report.timeZone)) === step);
    for (const reports of byContract(reached).values())
      count += await store.transact((tx) => chase(tx, act, step, reports));
  }
  return count;
}

function byContract(due: readonly ReportDue[]): Map<number, ReportDue[]> {
  const contracts = new Map<number, ReportDue[]>();
  for (const report of due)
    contracts.set(report.contractId, [...(contracts.get(report.contractId) ?? []), report]);
  return contracts;
}

/** One letter for a contract, about those of its months that were not written about before. */
async function chase(tx: Tx, act: Act, step: ChaseStep, due: ReportDue[]): Promise<number> {
  const inserted = await tx
    .insert(reportChases)
    .values(
      due.map(({ contractId, period, dueOn }) => ({
        contractId,
        period,
        step,
        dueOn,
        sentAt: act.now.toISOString(),
      })),
    )
    .onConflictDoNothing()
    .returning({ period: reportChases.period });
  const fresh = due.filter(({ period }) => inserted.some((row) => row.period === period));
  const [first] = fresh;
  if (!first) return 0;
  const { vendorId, vendorName, contractId, contractNumber } = first;
  const params = {
    vendor: vendorName,
    contract: contractNumber,
    period: fresh.map(({ period }) => formatPeriod(period)),
    due: [...new Set(fresh.map(({ dueOn }) => dueOn))],
    grace: [...new Set(fresh.map(({ graceEnd }) => graceEnd))],
    missing: await kpisInLetter(tx, [...new Set(fresh.flatMap(({ missing }) => missing))]),
    link: '/reports',
  };
  const key = fresh.map(({ period, dueOn }) => `${formatPeriod(period)}@${dueOn}`).join('+');
  await queueMail(tx, act, await vendorRecipients(tx, vendorId), {
    template: templates[step],
    params,
    vendorId,
    onceKey: `report:${step}:${contractId}:${key}`,
  });
  if (step === 'overdue')
    await queueMail(tx, act, await insiderRecipients(tx, 'manager', vendorId), {
      template: 'reportMissing',
      params,
      vendorId,
      onceKey: `report:missing:${contractId}:${key}`,
    });
  return fresh.length;
}

/** KPIs by name in each language. */
async function kpisInLetter(tx: Tx, codes: readonly string[]): Promise<EachLanguage[]> {
  const rows = await tx
    .select({ code: kpis.code, nameEn: kpis.nameEn, nameZh: kpis.nameZh })
    .from(kpis)
    .where(inArray(kpis.code, [...codes]))
    .orderBy(asc(kpis.code));
  return rows.map((kpi) => inEachLanguage((language) => nameFor(kpi, language)));
}
