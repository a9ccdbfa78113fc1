import { and, asc, eq, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { lastDayInForce, standingOn } from '~/contracts/contract';
import { noticeBy } from '~/contracts/renewal';
import { addDays } from '~/shared/calendar';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Task } from './task';

const MOST = 500;
/** Days before a contract's end, and before the last day for notice, from which it is on the desk. */
const ENDS_WITHIN_DAYS = 90;
const NOTICE_WITHIN_DAYS = 30;

/** Contracts that end soon with nothing said about what follows, and those whose notice is due soon. */
export async function contractsToRenew(
  reader: Reader,
  scope: Scope,
  today: string,
): Promise<Task[]> {
  const rows = await reader
    .select({ contract: contracts, vendor: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(
      and(
        withinScope(scope, contracts.vendorId),
        eq(contracts.state, 'active'),
        sql`${contracts.endsOn} is not null`,
        // A tacit renewal moves the end on from year to year: its own rule says to when.
        sql`(${contracts.renewal} = 'tacit' or ${contracts.endsOn} <= ${addDays(today, ENDS_WITHIN_DAYS)})`,
      ),
    )
    .orderBy(asc(contracts.endsOn), asc(contracts.number))
    .limit(MOST);
  return rows.flatMap(({ contract, vendor }): Task[] => {
    if (standingOn(contract, today) !== 'in_force') return [];
    const base = {
      href: `/contracts/${contract.id}`,
      period: null,
      params: { vendor, contract: contract.number },
    };
    const end = lastDayInForce(contract);
    if (end !== null)
      return end <= addDays(today, ENDS_WITHIN_DAYS)
        ? [{ ...base, kind: 'contract_ending' as const, key: `end:${contract.id}`, dueOn: end }]
        : [];
    const notice = noticeBy(contract, today);
    return notice !== null && notice >= today && notice <= addDays(today, NOTICE_WITHIN_DAYS)
      ? [{ ...base, kind: 'contract_notice' as const, key: `notice:${contract.id}`, dueOn: notice }]
      : [];
  });
}
