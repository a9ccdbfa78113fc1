import { and, eq, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import type { Period } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { creditBalances, creditMoves } from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { CreditLine, CreditState } from './credit-line';

export type LineKey = { contractId: number; period: Period };

/** A contract's credit of a month as it stands, with all that its rules look at and its letters name. */
export type LoadedLine = CreditLine & {
  month: typeof creditPeriods.$inferSelect;
  vendor: string;
  contract: string;
  /** What the evaluation gave when the line was last looked at; null where it never was. */
  seenMinor: number | null;
};

/** What is in a state, in SQL: 0 where the line was never looked at. */
const inState = (column: AnyColumn) => sql<number>`coalesce(${column}, 0)`.mapWith(Number);

/** What is calculated and not moved anywhere: what the evaluation gives, less all other states. */
export const openMinor =
  sql<number>`${creditPeriods.issuedMinor} - coalesce(${creditBalances.claimedMinor}
  + ${creditBalances.acceptedMinor} + ${creditBalances.appliedMinor} + ${creditBalances.disputedMinor}
  + ${creditBalances.waivedMinor} + ${creditBalances.expiredMinor}, 0)`.mapWith(Number);

export const balanceColumns = {
  calculated: openMinor,
  claimed: inState(creditBalances.claimedMinor),
  accepted: inState(creditBalances.acceptedMinor),
  applied: inState(creditBalances.appliedMinor),
  disputed: inState(creditBalances.disputedMinor),
  waived: inState(creditBalances.waivedMinor),
  expired: inState(creditBalances.expiredMinor),
};

/** What of several lines together stands in some states, in SQL; 0 where there are no lines. */
export function sumIn(states: readonly CreditState[]): SQL<number> {
  const held = sql.join(
    states.map((state) => balanceColumns[state]),
    sql` + `,
  );
  return sql<number>`coalesce(sum(${held}), 0)`.mapWith(Number);
}

/** The same for each state. */
export const balanceSums = {
  calculated: sumIn(['calculated']),
  claimed: sumIn(['claimed']),
  accepted: sumIn(['accepted']),
  applied: sumIn(['applied']),
  disputed: sumIn(['disputed']),
  waived: sumIn(['waived']),
  expired: sumIn(['expired']),
};

/** What of several lines was paid and is still to be given back (`owedBack`), in SQL. */
export const sumOwedBack = sql<number>`coalesce(sum(case when ${creditBalances.acceptedMinor} < 0
  then -${creditBalances.acceptedMinor} else 0 end), 0)`.mapWith(Number);

export const sameLine = and(
  eq(creditBalances.contractId, creditPeriods.contractId),
  eq(creditBalances.period, creditPeriods.period),
);

const claimedBy = sql<number | null>`(select ${creditMoves.personId} from ${creditMoves}
  where ${creditMoves.contractId} = ${creditPeriods.contractId}
  and ${creditMoves.period} = ${creditPeriods.period} and ${creditMoves.move} = 'claimed'
  order by ${creditMoves.id} desc limit 1)`;

/** Lines by a condition, those of a contract in the order of their months. */
export async function linesWhere(
  reader: Reader,
  condition: SQL | undefined,
  limit: number,
): Promise<LoadedLine[]> {
  const rows = await reader
    .select({
      month: creditPeriods,
      balances: balanceColumns,
      seenMinor: creditBalances.contractedMinor,
      claimUntil: creditBalances.claimUntil,
      claimedBy,
      vendor: vendors.name,
      contract: contracts.number,
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .leftJoin(creditBalances, sameLine)
    .where(condition)
    .orderBy(creditPeriods.contractId, creditPeriods.period)
    .limit(limit);
  return rows.map(({ balances, ...row }) => ({ ...row, balances }));
}

/** Lines that may be asked for at once. */
export const MOST_LINES = 200;

/** These lines as far as they lie within the scope. */
export async function loadLines(
  reader: Reader,
  scope: Scope,
  keys: readonly LineKey[],
): Promise<LoadedLine[]> {
  if (keys.length === 0) return [];
  const those = keys
    .slice(0, MOST_LINES)
    .map(({ contractId, period }) =>
      and(eq(creditPeriods.contractId, contractId), eq(creditPeriods.period, period)),
    );
  return linesWhere(
    reader,
    and(or(...those), withinScope(scope, creditPeriods.vendorId)),
    MOST_LINES,
  );
}
