import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { queueMails } from '~/notifications/queue-mail.server';
import { grouped } from '~/shared/grouped';
import { alias } from '~db/columns';
import { people } from '~db/schema/auth';
import { proposals } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader, Tx } from '~db/store.server';
import { proposalsOnPath } from './proposal-reach.server';

/** A letter for the proposals that were made together, to those who decide and who buy: to each of what is within reach. */
export async function announceProposals(
  tx: Tx,
  act: Act,
  proposalIds: readonly number[],
): Promise<void> {
  const rows = await tx
    .select({
      id: proposals.id,
      vendor: vendors.name,
      vendorCode: vendors.code,
      service: services.code,
      market: markets.code,
      leader: sql<string | null>`(select l.name from vendors l where l.id = ${proposals.leaderId})`,
    })
    .from(proposals)
    .innerJoin(vendors, eq(vendors.id, proposals.vendorId))
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(inArray(proposals.id, [...proposalIds]))
    .orderBy(asc(services.code), asc(markets.code));
  const told = grouped(await readersOf(tx, proposalIds), ({ personId }) => personId);
  const post = [...told.values()].flatMap((of) => {
    const seen = new Set(of.map(({ proposalId }) => proposalId));
    const named = rows.filter(({ id }) => seen.has(id));
    const [first] = named;
    const [person] = of;
    return first && person ? [{ recipients: [person], letter: letterOf(first, named) }] : [];
  });
  await queueMails(tx, act, post);
}

type Announced = {
  id: number;
  vendor: string;
  vendorCode: string;
  service: string;
  market: string | null;
  leader: string | null;
};

function letterOf(first: Announced, named: readonly Announced[]) {
  const place = ({ service, market }: Announced) =>
    market === null ? service : `${service} ${market}`;
  return {
    template: 'fallbackProposed' as const,
    params: {
      vendor: first.vendor,
      count: named.length,
      lines: named.map((row) => `${place(row)}: ${row.leader ?? '–'}`).join('\n'),
      link:
        named.length === 1
          ? `/proposals/${first.id}`
          : `/fallback?state=open&vendor=${encodeURIComponent(first.vendorCode)}`,
    },
  };
}

/** Managers and procurement, each with those of the proposals that are within their reach. */
async function readersOf(reader: Reader, proposalIds: readonly number[]) {
  const reach = alias(markets, 'reach');
  return reader
    .select({
      personId: people.id,
      address: people.email,
      locale: people.locale,
      proposalId: proposals.id,
    })
    .from(people)
    .leftJoin(reach, eq(reach.id, people.reachMarketId))
    .innerJoin(proposals, inArray(proposals.id, [...proposalIds]))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .where(
      and(
        inArray(people.role, ['manager', 'procurement']),
        eq(people.active, true),
        or(isNull(people.reachMarketId), proposalsOnPath(reach.path)),
      ),
    )
    .orderBy(asc(people.id));
}
