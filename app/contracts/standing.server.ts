import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { contracts } from '~db/schema/contracts';
import { isAgreed } from './agreed.server';
import { contractStandings, type ContractStanding } from './contract';

/** The last day on which a contract holds, null while none is set: the rule of `lastDayInForce`, in SQL. */
export const lastDayHeld = sql<string | null>`coalesce(${contracts.terminatedOn},
  case when ${contracts.renewal} = 'tacit' then null else ${contracts.endsOn} end)`;

/** Whether the last day, where there is one, is not before a day. */
export function hasNotEnded(day: string): SQL {
  return sql`(${lastDayHeld} is null or ${lastDayHeld} >= ${day})`;
}

/** Whether a contract stands in one of these ways on a day: the rule of `standingOn`, in SQL. */
export function standsAs(standings: readonly ContractStanding[], day: string): SQL | undefined {
  return or(...standings.map((standing) => standsOn(standing, day)));
}

/** Whether it still is to be agreed, to begin or to end on a day. */
export function isAlive(day: string): SQL {
  const ahead = contractStandings.filter((one) => one !== 'ended' && one !== 'terminated');
  return sql`${standsAs(ahead, day)}`;
}

function standsOn(standing: ContractStanding, day: string): SQL | undefined {
  const over = and(isAgreed, sql`${lastDayHeld} < ${day}`);
  const live = and(isAgreed, hasNotEnded(day));
  switch (standing) {
    case 'draft':
    case 'review':
    case 'approved':
      return eq(contracts.state, standing);
    case 'upcoming':
      return and(live, sql`${contracts.startsOn} > ${day}`);
    case 'in_force':
      return and(live, sql`${contracts.startsOn} <= ${day}`);
    case 'ended':
      return and(over, sql`${contracts.terminatedOn} is null`);
    case 'terminated':
      return and(over, sql`${contracts.terminatedOn} is not null`);
  }
}
