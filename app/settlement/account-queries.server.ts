import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { alias } from '~db/columns';
import { people } from '~db/schema/auth';
import {
  accountEntries,
  creditBalances,
  statementEntries,
  statements,
} from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import type { Reader } from '~db/store.server';
import type { CreditBalances } from './credit-line';
import { balanceSums, sameLine, sumOwedBack } from './load-lines.server';
import { accountKinds, type AccountKind } from './statement-sheet';

type Sort = 'posted' | 'period' | 'amount';
export type AccountQuery = ListQuery<Sort, 'kind'>;

/** What a contract's account may be asked for. */
export const accountSpec: ListSpec<Sort, 'kind'> = {
  sorts: ['posted', 'period', 'amount'],
  defaultSort: '-posted',
  filters: { kind: accountKinds },
};

const seconds = alias(people, 'seconds');

/** A page of the entries of a contract's account, each with the statement that it stands on. */
export async function listAccount(
  reader: Reader,
  scope: Scope,
  contractId: number,
  query: AccountQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return reader
    .select({
      id: accountEntries.id,
      period: accountEntries.period,
      currency: accountEntries.currency,
      kind: accountEntries.kind,
      amountMinor: accountEntries.amountMinor,
      source: accountEntries.source,
      reason: accountEntries.reason,
      onDay: accountEntries.onDay,
      person: people.name,
      second: seconds.name,
      statementId: statements.id,
      statementPeriod: statements.period,
      statementState: statements.state,
    })
    .from(accountEntries)
    .leftJoin(people, eq(people.id, accountEntries.personId))
    .leftJoin(seconds, eq(seconds.id, accountEntries.secondPersonId))
    .leftJoin(statementEntries, eq(statementEntries.entryId, accountEntries.id))
    .leftJoin(statements, eq(statements.id, statementEntries.statementId))
    .where(accountCondition(scope, contractId, query))
    .orderBy(...accountOrder(query))
    .limit(window.limit)
    .offset(window.offset);
}

export type AccountRow = Awaited<ReturnType<typeof listAccount>>[number];

/** What the entries of a contract's account add up to by kind, as far as a question goes. */
export async function sumAccount(
  reader: Reader,
  scope: Scope,
  contractId: number,
  query: AccountQuery,
): Promise<Map<AccountKind, { rows: number; minor: number }>> {
  const sums = await reader
    .select({
      kind: accountEntries.kind,
      rows: sql<number>`count(*)`.mapWith(Number),
      minor: sql<number>`sum(${accountEntries.amountMinor})`.mapWith(Number),
    })
    .from(accountEntries)
    .where(accountCondition(scope, contractId, query))
    .groupBy(accountEntries.kind);
  return new Map(sums.map(({ kind, ...sum }) => [kind, sum]));
}

/** What of all credits of a contract stands in which state, and what of the paid ones is still to be given back. */
export async function creditsOfContract(
  reader: Reader,
  scope: Scope,
  contractId: number,
): Promise<CreditBalances & { owedBack: number }> {
  const [row] = await reader
    .select({ ...balanceSums, owedBack: sumOwedBack })
    .from(creditPeriods)
    .leftJoin(creditBalances, sameLine)
    .where(
      and(eq(creditPeriods.contractId, contractId), withinScope(scope, creditPeriods.vendorId)),
    );
  if (!row) throw new Error('a sum without a row');
  return row;
}

function accountCondition(
  scope: Scope,
  contractId: number,
  { filters }: AccountQuery,
): SQL | undefined {
  const kinds = accountKinds.filter((kind) => filters.kind.includes(kind));
  return and(
    eq(accountEntries.contractId, contractId),
    withinScope(scope, accountEntries.vendorId),
    kinds.length === 0 ? undefined : inArray(accountEntries.kind, kinds),
  );
}

function accountOrder({ sort, dir }: AccountQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const rest = [desc(accountEntries.postedAt), desc(accountEntries.period), asc(accountEntries.id)];
  switch (sort) {
    case 'posted':
      return [by(accountEntries.onDay), ...rest];
    case 'period':
      return [by(accountEntries.period), ...rest];
    case 'amount':
      return [by(accountEntries.amountMinor), ...rest];
  }
}
