import { and, asc, between, eq, isNull, lte, ne, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { lastDayInForce } from '~/contracts/contract';
import { noticeHolidays } from '~/contracts/holidays.server';
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
  return [
    ...(await contractsEnding(reader, scope, today)),
    ...(await noticesDue(reader, scope, today)),
  ];
}

async function contractsEnding(reader: Reader, scope: Scope, today: string): Promise<Task[]> {
  const ending = between(contracts.endsOn, today, addDays(today, ENDS_WITHIN_DAYS));
  const rows = await inForce(reader, scope, today, and(ne(contracts.renewal, 'tacit'), ending))
    .orderBy(asc(contracts.endsOn), asc(contracts.number))
    .limit(MOST);
  return rows.flatMap(({ contract, vendor }): Task[] => {
    const dueOn = lastDayInForce(contract);
    if (dueOn === null) return [];
    const [key, kind] = [`end:${contract.id}`, 'contract_ending' as const];
    return [{ ...aboutContract(contract, vendor), kind, key, dueOn }];
  });
}

/** A tacit renewal moves the end on from year to year: only its own rule says to when, so that each is looked at. */
async function noticesDue(reader: Reader, scope: Scope, today: string): Promise<Task[]> {
  const rows = await inForce(reader, scope, today, eq(contracts.renewal, 'tacit'));
  const until = addDays(today, NOTICE_WITHIN_DAYS);
  const holidays = await noticeHolidays(
    rows.map(({ contract }) => contract),
    today,
  );
  return rows.flatMap(({ contract, vendor }): Task[] => {
    const dueOn = noticeBy(contract, today, holidays(contract));
    if (dueOn === null || dueOn < today || dueOn > until) return [];
    const [key, kind] = [`notice:${contract.id}`, 'contract_notice' as const];
    return [{ ...aboutContract(contract, vendor), kind, key, dueOn }];
  });
}

function inForce(reader: Reader, scope: Scope, today: string, which: SQL | undefined) {
  return reader
    .select({ contract: contracts, vendor: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(
      and(
        withinScope(scope, contracts.vendorId),
        eq(contracts.state, 'active'),
        isNull(contracts.terminatedOn),
        lte(contracts.startsOn, today),
        which,
      ),
    )
    .$dynamic();
}

function aboutContract(contract: typeof contracts.$inferSelect, vendor: string) {
  return {
    href: `/contracts/${contract.id}`,
    listed: contract.id,
    period: null,
    params: { vendor, contract: contract.number },
  };
}
