import { inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { queueMail, insiderRecipients, vendorRecipients } from '~/notifications/queue-mail.server';
import { formatPeriod } from '~/shared/period';
import type { AgreedContract } from '~/contracts/load-contract-documents.server';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import type { EvaluationRow } from './write-evaluations.server';

/** One letter to the vendor and to the managers for all breaches of a contract that one evaluation has opened. */
export async function announceBreaches(
  tx: Tx,
  act: Act,
  contract: AgreedContract,
  opened: readonly EvaluationRow[],
): Promise<void> {
  if (opened.length === 0) return;
  const [vendor] = await tx
    .select({ name: vendors.name })
    .from(vendors)
    .where(inArray(vendors.id, [contract.vendorId]));
  const kpiOf = new Map(contract.terms.map(({ termId, kpi }) => [termId, kpi]));
  const lines = [...opened]
    .sort((a, b) => a.period - b.period)
    .map(({ termId, period, measured }) => {
      const value = measured === null ? '–' : measured;
      return `${formatPeriod(period)}  ${kpiOf.get(termId) ?? ''}  ${value}`;
    });
  const letter = {
    template: 'breachesOpened' as const,
    params: {
      vendor: vendor?.name ?? '',
      contract: contract.number,
      count: opened.length,
      lines: lines.join('\n'),
      link: '/breaches',
    },
    vendorId: contract.vendorId,
  };
  const recipients = [
    ...(await vendorRecipients(tx, contract.vendorId)),
    ...(await insiderRecipients(tx, 'manager', contract.vendorId)),
  ];
  await queueMail(tx, act, recipients, letter);
}
