import { inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import type { AgreedContract } from '~/contracts/load-contract-documents.server';
import {
  insidersOfVendors,
  queueMails,
  recipientsOfVendors,
} from '~/notifications/queue-mail.server';
import { formatPeriod } from '~/shared/period';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import type { EvaluationRow } from './write-evaluations.server';

type Announcement = { contract: AgreedContract; opened: readonly EvaluationRow[] };

/** One letter to the vendor and to the managers for all breaches of a contract that one evaluation has opened. */
export async function announceBreaches(
  tx: Tx,
  act: Act,
  evaluated: readonly Announcement[],
): Promise<void> {
  const news = evaluated.filter(({ opened }) => opened.length > 0);
  if (news.length === 0) return;
  const vendorIds = [...new Set(news.map(({ contract }) => contract.vendorId))];
  const named = await tx
    .select({ id: vendors.id, name: vendors.name })
    .from(vendors)
    .where(inArray(vendors.id, vendorIds));
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  const outsiders = await recipientsOfVendors(tx, vendorIds);
  const managers = await insidersOfVendors(tx, 'manager', vendorIds);
  const post = news.map((each) => {
    const { vendorId } = each.contract;
    return {
      recipients: [...(outsiders.get(vendorId) ?? []), ...(managers.get(vendorId) ?? [])],
      letter: letterOf(each, nameOf.get(vendorId) ?? ''),
    };
  });
  await queueMails(tx, act, post);
}

function letterOf({ contract, opened }: Announcement, vendor: string) {
  const kpiOf = new Map(contract.terms.map(({ termId, kpi }) => [termId, kpi]));
  const lines = [...opened]
    .sort((a, b) => a.period - b.period)
    .map(({ termId, period, measured }) => {
      const value = measured === null ? '–' : measured;
      return `${formatPeriod(period)}  ${kpiOf.get(termId) ?? ''}  ${value}`;
    });
  return {
    template: 'breachesOpened' as const,
    params: {
      vendor,
      contract: contract.number,
      count: opened.length,
      lines: lines.join('\n'),
      link: '/breaches',
    },
    vendorId: contract.vendorId,
  };
}
