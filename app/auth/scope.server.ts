import { eq, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { offerings } from '~db/schema/vendors';
import { markets } from '~db/schema/markets';
import type { Scope } from './act';

/**
 * The condition that keeps a query within a scope: `vendorColumn` is the column that names the vendor.
 * An insider's reach takes in vendors that offer something in it or above it, and those that offer nothing yet.
 */
export function withinScope(scope: Scope, vendorColumn: AnyColumn | SQL): SQL {
  switch (scope.kind) {
    case 'everything':
      return sql`1 = 1`;
    case 'vendor':
      return sql`${vendorColumn} = ${scope.vendorId}`;
    case 'reach':
      return sql`(${vendorColumn} in (
        select ${offerings.vendorId} from ${offerings}
        join ${markets} on ${markets.id} = ${offerings.marketId}
        where ${marketWithin(scope)}
      ) or not exists (select 1 from ${offerings} where ${offerings.vendorId} = ${vendorColumn}))`;
  }
}

/** A market of the reach, or one that contains it; use where `markets` is joined. */
export function marketWithin(scope: Scope): SQL {
  if (scope.kind !== 'reach') return sql`1 = 1`;
  const within = sql`substr(${markets.path}, 1, ${scope.path.length}) = ${scope.path}`;
  const above = sql`substr(${scope.path}, 1, length(${markets.path})) = ${markets.path}`;
  return or(within, above, eq(markets.id, scope.marketId)) ?? within;
}
