import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { marketWithin, marketWithinPath, offersOnPath, withinScope } from '~/auth/scope.server';
import { chunks } from '~/shared/chunks';
import { proposalPlaces, proposals } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { offerings } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import type { ProposalScope } from './proposal-scope';
import { providedOf } from './served';
import { servedBy } from './served-markets.server';

/**
 * What of proposals lies within a scope, by what the vendor offered on the days on which they were ranked: where it offered
 * anything within reach and the market is within reach, and for the whole of a service where it provided it within reach,
 * since whoever could take over serves there too, and need not where the vendor only stood by; nothing for outsiders. Use
 * where `markets` is joined.
 */
export function proposalsWithin(scope: Scope): SQL | undefined {
  if (scope.kind === 'vendor') return sql`1 = 0`;
  const within = withinScope(scope, proposals.vendorId);
  return scope.kind === 'reach' ? reachedWhere(marketWithin(scope), within) : within;
}

/** The same for the reach that ends at a market whose path another table's column gives. */
export function proposalsOnPath(path: AnyColumn): SQL | undefined {
  return reachedWhere(marketWithinPath(path), offersOnPath(path, proposals.vendorId));
}

/** A proposal of which no places are kept is from before they were: the offerings of today stand for them. */
function reachedWhere(isReached: SQL, offersNow: SQL): SQL {
  const then = liesWhere(isReached, {
    offered: placeWhere(isReached),
    provided: placeWhere(isReached, sql`and ${proposalPlaces.provided}`),
  });
  const now = liesWhere(isReached, { offered: offersNow, provided: providedWhere(isReached) });
  return sql`case when exists (select 1 from ${proposalPlaces} where ${isOfProposal})
    then ${then} else ${now} end`;
}

function liesWhere(isReached: SQL, { offered, provided }: { offered: SQL; provided: SQL }): SQL {
  return sql`(${offered} and
    case when ${proposals.marketId} is not null then ${isReached} else ${provided} end)`;
}

const isOfProposal = sql`${proposalPlaces.proposalId} = ${proposals.id}`;
const reachedMarkets = (isReached: SQL) =>
  sql`(select ${markets.id} from ${markets} where ${isReached})`;

function placeWhere(isReached: SQL, andMeant = sql``): SQL {
  return sql`exists (select 1 from ${proposalPlaces} where ${isOfProposal} ${andMeant}
    and ${proposalPlaces.marketId} in ${reachedMarkets(isReached)})`;
}

function providedWhere(isReached: SQL): SQL {
  return sql`exists (
    select 1 from ${offerings} where ${isOffered} and (${isCarried} or not exists (
      select 1 from ${offerings} where ${isOffered} and ${isCarried}))
      and ${offerings.marketId} in ${reachedMarkets(isReached)})`;
}

/** An offering of the service that a proposal speaks of, by the vendor that failed. */
const isOffered = sql`${offerings.vendorId} = ${proposals.vendorId} and ${offerings.serviceId} = ${proposals.serviceId}`;
/** What `providedOf` says of one offering. */
const isCarried = sql`(${offerings.sharePercent} is null or cast(${offerings.sharePercent} as real) > 0)`;

/**
 * Keeps where the vendor offers what on the day of a ranking, beside the places of the proposal's earlier ones, which stay
 * readable in it.
 */
export async function keepPlaces(
  tx: Tx,
  proposalId: number,
  { vendorId, serviceId }: ProposalScope,
): Promise<void> {
  const served = (await servedBy(tx, [vendorId])).get(vendorId) ?? [];
  const provided = new Set(
    providedOf(served.filter((each) => each.serviceId === serviceId)).map(
      ({ marketId }) => marketId,
    ),
  );
  const offered = new Set(served.map(({ marketId }) => marketId));
  const rows = [...offered].map((marketId) => ({
    proposalId,
    marketId,
    provided: provided.has(marketId),
  }));
  for (const some of chunks(rows))
    await tx.insert(proposalPlaces).values(some).onConflictDoNothing();
}
