import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { offerings } from '~db/schema/vendors';
import { markets } from '~db/schema/markets';
import { reviewGrants } from '~db/schema/auth';
import type { Scope } from './act';
import type { ReviewSubject } from './permission';

/**
 * The condition that keeps a query within a scope: `vendorColumn` is the column that names the vendor.
 * An insider's reach takes in vendors that offer something in it or above it, and those that offer nothing yet.
 */
export function withinScope(scope: Scope, vendorColumn: AnyColumn | SQL): SQL {
  switch (scope.kind) {
    case 'everything':
      return sql`1 = 1`;
    case 'grants':
      return sql`1 = 0`;
    case 'vendor':
      return sql`${vendorColumn} = ${scope.vendorId}`;
    case 'reach':
      return offersWhere(marketWithin(scope), vendorColumn);
  }
}

/** The same for the reach that ends at a market whose path another table's column gives. */
export function offersOnPath(path: AnyColumn, vendorColumn: AnyColumn): SQL {
  return offersWhere(marketWithinPath(path), vendorColumn);
}

function offersWhere(isReached: SQL, vendorColumn: AnyColumn | SQL): SQL {
  return sql`(${vendorColumn} in (
    select ${offerings.vendorId} from ${offerings}
    where ${offerings.marketId} in (select ${markets.id} from ${markets} where ${isReached})
  ) or not exists (select 1 from ${offerings} where ${offerings.vendorId} = ${vendorColumn}))`;
}

/**
 * The condition for records that can be given to outside reviewers: those given to them and no others. Insiders see
 * them by their vendor; a vendor's own people never do, since they are about it and not for it.
 */
export function withinGrants(
  scope: Scope,
  subject: ReviewSubject,
  recordColumn: AnyColumn,
  vendorColumn: AnyColumn,
): SQL {
  switch (scope.kind) {
    case 'grants':
      return sql`${recordColumn} in (
        select ${reviewGrants.recordId} from ${reviewGrants}
        where ${reviewGrants.personId} = ${scope.personId} and ${reviewGrants.subject} = ${subject}
      )`;
    case 'vendor':
      return sql`1 = 0`;
    case 'everything':
    case 'reach':
      return withinScope(scope, vendorColumn);
  }
}

/**
 * A market of the reach, or one that contains it; a vendor knows those of the register and those that its own reports
 * named. Use where `markets` is joined.
 */
export function marketWithin(scope: Scope): SQL {
  if (scope.kind === 'vendor')
    return sql`(${markets.reportedBy} is null or ${markets.reportedBy} = ${scope.vendorId})`;
  if (scope.kind !== 'reach') return sql`1 = 1`;
  return marketOnPath(sql`${scope.path}`, sql`${scope.path.length}`);
}

/** The same for the reach that ends at a market whose path another table's column gives. */
export function marketWithinPath(path: AnyColumn): SQL {
  return marketOnPath(sql`${path}`, sql`length(${path})`);
}

/** A market's path begins with those of all markets that contain it. */
function marketOnPath(path: SQL, length: SQL): SQL {
  return sql`(substr(${markets.path}, 1, ${length}) = ${path}
    or substr(${path}, 1, length(${markets.path})) = ${markets.path})`;
}
