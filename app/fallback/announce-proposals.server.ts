import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { insiderRecipients, queueMail } from '~/notifications/queue-mail.server';
import { proposals } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';

/** One letter for all proposals that were made together, to those within reach who decide and who buy. */
export async function announceProposals(
  tx: Tx,
  act: Act,
  proposalIds: readonly number[],
): Promise<void> {
  const rows = await tx
    .select({
      vendorId: proposals.vendorId,
      vendor: vendors.name,
      vendorCode: vendors.code,
      service: services.code,
      market: markets.code,
      candidates: proposals.candidateCount,
      leader: sql<string | null>`(select l.name from vendors l where l.id = ${proposals.leaderId})`,
    })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(inArray(proposals.id, [...proposalIds]))
    .orderBy(asc(services.code), asc(markets.code));
  const [first] = rows;
  if (!first) return;
  const place = (row: (typeof rows)[number]) =>
    row.market === null ? row.service : `${row.service} ${row.market}`;
  const recipients = [
    ...(await insiderRecipients(tx, 'manager', first.vendorId)),
    ...(await insiderRecipients(tx, 'procurement', first.vendorId)),
  ];
  await queueMail(tx, act, recipients, {
    template: 'fallbackProposed',
    params: {
      vendor: first.vendor,
      count: rows.length,
      lines: rows.map((row) => `${place(row)}: ${row.leader ?? '–'}`).join('\n'),
      link:
        rows.length === 1
          ? `/proposals/${proposalIds[0] ?? ''}`
          : `/fallback?state=open&vendor=${encodeURIComponent(first.vendorCode)}`,
    },
  });
}
