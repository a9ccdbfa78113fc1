import { and, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { lastDayInForce } from '~/contracts/contract';
import { feesByContract, type ContractFees } from '~/contracts/month-fees.server';
import { chunks } from '~/shared/chunks';
import { lastMonthOver, periodOfDate, periodsBetween, type Period } from '~/shared/period';
import type { contracts } from '~db/schema/contracts';
import { accountEntries, settlementTerms, statements } from '~db/schema/settlement';
import { evaluations } from '~db/schema/sla';
import type { Reader, Store, Tx } from '~db/store.server';
import { monthBonus } from './bonus';
import { BY_HAND } from './manual-kind';
import { postEntries, type NewEntry } from './post-entries.server';
import { refreshStatements } from './refresh-statements.server';
import { lockUnsettled, noteSettled, unsettledContracts } from './unsettled-contracts.server';

type Contract = typeof contracts.$inferSelect;
const CONTRACTS_AT_ONCE = 50;
const ROWS_AT_ONCE = 500;

/**
 * Drafts the statement of every month that is over, from the contract's start or its entry in the portal on, and posts
 * fees and bonuses: those of months posted before as the difference to what they are now. Only contracts are looked at that
 * were evaluated or changed since, or for which another month is over: a second time finds nothing.
 */
export async function draftStatements(
  store: Store,
  act: Act,
  asOf: string,
): Promise<{ statements: number; entries: number }> {
  const counts = { statements: 0, entries: 0 };
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after;
    const drafted = await store.transact((tx) => draftSome(tx, act, asOf, from));
    after = drafted.last;
    counts.statements += drafted.statements;
    counts.entries += drafted.entries;
  }
  return counts;
}

/** Contracts that are settled in one transaction: others write between two of them, and what is done stays done. */
async function draftSome(tx: Tx, act: Act, asOf: string, after: number) {
  const ids = await unsettledContracts(tx, { after, asOf, limit: CONTRACTS_AT_ONCE });
  const last = ids.at(-1);
  if (last === undefined) return { last, statements: 0, entries: 0 };
  const some = await lockUnsettled(tx, ids);
  const drafted = await draftFor(tx, act, some, asOf);
  await noteSettled(tx, ids, asOf);
  return { last, ...drafted };
}

async function draftFor(tx: Tx, act: Act, some: readonly Contract[], asOf: string) {
  const ids = some.map(({ id }) => id);
  const there = await monthsStated(tx, ids);
  const drafts = some.flatMap((contract) =>
    monthsOf(contract, asOf)
      .filter((period) => !there.has(`${contract.id}/${period}`))
      .map((period) => draftOf(contract, period, act.now.toISOString())),
  );
  for (let from = 0; from < drafts.length; from += ROWS_AT_ONCE)
    await tx.insert(statements).values(drafts.slice(from, from + ROWS_AT_ONCE));
  const fees = await feesByContract(tx, some);
  await markOpenFees(tx, fees, ids);
  const entries = await entriesDue(tx, some, fees, asOf);
  await postEntries(tx, act, entries, asOf);
  const without = new Set(drafts.map(({ contractId }) => contractId));
  for (const { contractId } of entries) without.delete(contractId);
  await refreshStatements(tx, [...without]);
  return { statements: drafts.length, entries: entries.length };
}

/** The months of a contract that are over and settled here, in order. */
function monthsOf(contract: Contract, asOf: string): Period[] {
  const first = Math.max(
    periodOfDate(contract.startsOn),
    periodOfDate(contract.createdAt.slice(0, 10)),
  );
  const lastDay = lastDayInForce(contract);
  const over = lastMonthOver(asOf);
  return periodsBetween(first, lastDay === null ? over : Math.min(over, periodOfDate(lastDay)));
}

async function monthsStated(reader: Reader, ids: readonly number[]): Promise<Set<string>> {
  const rows = await reader
    .select({ contractId: statements.contractId, period: statements.period })
    .from(statements)
    .where(inArray(statements.contractId, [...ids]));
  return new Set(rows.map(({ contractId, period }) => `${contractId}/${period}`));
}

function draftOf(contract: Contract, period: Period, draftedAt: string) {
  return {
    contractId: contract.id,
    vendorId: contract.vendorId,
    period,
    currency: contract.currency,
    state: 'draft' as const,
    feeMinor: 0,
    feeOpen: false,
    creditMinor: 0,
    bonusMinor: 0,
    penaltyMinor: 0,
    correctionMinor: 0,
    carriedMinor: 0,
    totalMinor: 0,
    draftedAt,
  };
}

/** Says of statements that are not sent whether their fee still waits for the volume that it follows. */
async function markOpenFees(
  tx: Tx,
  fees: ReadonlyMap<number, ContractFees>,
  ids: readonly number[],
): Promise<void> {
  const unsent = await tx
    .select()
    .from(statements)
    .where(
      and(
        inArray(statements.contractId, [...ids]),
        inArray(statements.state, ['draft', 'disputed']),
      ),
    );
  const changed = unsent.filter(({ contractId, period, feeOpen }) => {
    const of = fees.get(contractId);
    return feeOpen !== (of?.byVolume === true && of.of(period) === null);
  });
  for (const rows of chunks(changed, ROWS_AT_ONCE))
    await tx
      .update(statements)
      .set({ feeOpen: sql`not ${statements.feeOpen}` })
      .where(
        inArray(
          statements.id,
          rows.map(({ id }) => id),
        ),
      );
}

/** What fees and bonuses are now, less what was posted for them. */
async function entriesDue(
  reader: Reader,
  some: readonly Contract[],
  fees: ReadonlyMap<number, ContractFees>,
  asOf: string,
): Promise<NewEntry[]> {
  const ids = some.map(({ id }) => id);
  const posted = await postedSums(reader, ids);
  const bonusOf = await bonuses(reader, ids);
  return some.flatMap((contract) =>
    monthsOf(contract, asOf).flatMap((period): NewEntry[] => {
      const fee = fees.get(contract.id)?.of(period) ?? null;
      const bonus = bonusOf(contract.id, period, fee?.minor ?? 0);
      const entry = (kind: 'fee' | 'bonus', minor: number, source: string): NewEntry[] => {
        const amountMinor = minor - (posted.get(`${contract.id}/${period}/${kind}`) ?? 0);
        const { id: contractId, vendorId, currency } = contract;
        return amountMinor === 0
          ? []
          : [{ contractId, vendorId, currency, period, kind, amountMinor, source }];
      };
      return [
        ...entry('fee', fee?.minor ?? 0, fee?.source ?? 'none'),
        ...entry('bonus', bonus, 'terms_met'),
      ];
    }),
  );
}

/** What was posted by rule so far; bonuses by hand stand beside it. */
async function postedSums(reader: Reader, ids: readonly number[]): Promise<Map<string, number>> {
  const rows = await reader
    .select({
      contractId: accountEntries.contractId,
      period: accountEntries.period,
      kind: accountEntries.kind,
      minor: sql<number>`sum(${accountEntries.amountMinor})`.mapWith(Number),
    })
    .from(accountEntries)
    .where(
      and(
        inArray(accountEntries.contractId, [...ids]),
        inArray(accountEntries.kind, ['fee', 'bonus']),
        ne(accountEntries.source, BY_HAND),
      ),
    )
    .groupBy(accountEntries.contractId, accountEntries.period, accountEntries.kind);
  return new Map(rows.map((row) => [`${row.contractId}/${row.period}/${row.kind}`, row.minor]));
}

/** The bonus of a contract's month by the outcomes of its terms; 0 where none is agreed. */
async function bonuses(reader: Reader, ids: readonly number[]) {
  const agreed = await reader
    .select()
    .from(settlementTerms)
    .where(inArray(settlementTerms.contractId, [...ids]));
  const percentOf = new Map(
    agreed.flatMap(({ contractId, bonusPercent }) =>
      bonusPercent === null ? [] : [[contractId, bonusPercent] as const],
    ),
  );
  const outcomes = new Map<string, string[]>();
  if (percentOf.size > 0) {
    const rows = await reader
      .select({
        contractId: evaluations.contractId,
        period: evaluations.period,
        outcome: evaluations.outcome,
      })
      .from(evaluations)
      .where(
        and(
          inArray(evaluations.contractId, [...percentOf.keys()]),
          isNull(evaluations.supersededAt),
        ),
      );
    for (const { contractId, period, outcome } of rows) {
      const key = `${contractId}/${period}`;
      outcomes.set(key, [...(outcomes.get(key) ?? []), outcome]);
    }
  }
  return (contractId: number, period: Period, feeMinor: number): number => {
    const percent = percentOf.get(contractId);
    return percent === undefined
      ? 0
      : monthBonus(percent, feeMinor, outcomes.get(`${contractId}/${period}`) ?? []);
  };
}
