import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { insiderRecipients, queueMails } from '~/notifications/queue-mail.server';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import type { OpenReport } from './load-report.server';
import { periodsText } from './period-range';

type Told = { template: 'reportSubmitted' | 'reportWithdrawn'; reports: readonly OpenReport[] };

/** Tells those who review that reports of a vendor wait for them, or wait no longer. */
export async function tellReviewers(
  tx: Tx,
  act: Act,
  vendorId: number,
  { template, reports }: Told,
): Promise<void> {
  if (reports.length === 0) return;
  const [vendor] = await tx
    .select({ name: vendors.name })
    .from(vendors)
    .where(eq(vendors.id, vendorId));
  const recipients = await insiderRecipients(tx, 'manager', vendorId);
  const post = reports.map((report) => ({
    recipients,
    letter: {
      template,
      params: {
        vendor: vendor?.name ?? '',
        periods: periodsText(report),
        ...(template === 'reportSubmitted'
          ? { warnings: report.warningCount, link: `/reports/${report.id}` }
          : { link: '/reports' }),
      },
      vendorId,
    },
  }));
  await queueMails(tx, act, post);
}
