import { and, asc, count, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { parsePeriod } from '~/shared/period';
import { people } from '~db/schema/auth';
import { contracts } from '~db/schema/contracts';
import {
  accountEntries,
  creditBalances,
  statementEntries,
  statementEvents,
  statements,
} from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { balanceColumns, sameLine } from './load-lines.server';
import { statementStates } from './statement';

type Sort = 'period' | 'contract' | 'vendor' | 'total';
type Filter = 'state' | 'vendor' | 'contract' | 'period';
export type StatementListQuery = ListQuery<Sort, Filter>;

/** What the list of statements may be asked for; vendors by code, contracts by number, months as `YYYY-MM`. */
export const statementListSpec: ListSpec<Sort, Filter> = {
  sorts: ['period', 'contract', 'vendor', 'total'],
  defaultSort: '-period',
  filters: { state: statementStates, vendor: 'any', contract: 'any', period: 'any' },
};

const columns = {
  id: statements.id,
  contractId: statements.contractId,
  vendorId: statements.vendorId,
  period: statements.period,
  currency: statements.currency,
  state: statements.state,
  feeMinor: statements.feeMinor,
  feeOpen: statements.feeOpen,
  creditMinor: statements.creditMinor,
  bonusMinor: statements.bonusMinor,
  penaltyMinor: statements.penaltyMinor,
  correctionMinor: statements.correctionMinor,
  carriedMinor: statements.carriedMinor,
  totalMinor: statements.totalMinor,
  sentAt: statements.sentAt,
  agreedAt: statements.agreedAt,
  settledAt: statements.settledAt,
  invoiceNumber: statements.invoiceNumber,
  contract: contracts.number,
  contractTitle: contracts.title,
  demonstration: contracts.demonstration,
  vendorName: vendors.name,
};

/** Statements within the scope; drafts are ours alone. */
function visible(scope: Scope): SQL | undefined {
  return and(
    withinScope(scope, statements.vendorId),
    scope.kind === 'vendor' ? ne(statements.state, 'draft') : undefined,
  );
}

/** A page of the statements. */
export async function listStatements(
  reader: Reader,
  scope: Scope,
  query: StatementListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return reader
    .select(columns)
    .from(statements)
    .innerJoin(contracts, eq(contracts.id, statements.contractId))
    .innerJoin(vendors, eq(vendors.id, statements.vendorId))
    .where(statementCondition(scope, query))
    .orderBy(...statementOrder(query))
    .limit(window.limit)
    .offset(window.offset);
}

export type StatementRow = Awaited<ReturnType<typeof listStatements>>[number];

/** What the statements of a question add up to by month, currency and state. */
export async function sumStatements(reader: Reader, scope: Scope, query: StatementListQuery) {
  return reader
    .select({
      period: statements.period,
      currency: statements.currency,
      state: statements.state,
      rows: count().mapWith(Number),
      feeMinor: sql<number>`sum(${statements.feeMinor})`.mapWith(Number),
      creditMinor: sql<number>`sum(${statements.creditMinor})`.mapWith(Number),
      bonusMinor: sql<number>`sum(${statements.bonusMinor})`.mapWith(Number),
      penaltyMinor: sql<number>`sum(${statements.penaltyMinor})`.mapWith(Number),
    })
    .from(statements)
    .innerJoin(contracts, eq(contracts.id, statements.contractId))
    .innerJoin(vendors, eq(vendors.id, statements.vendorId))
    .where(statementCondition(scope, query))
    .groupBy(statements.period, statements.currency, statements.state);
}

/** The vendors that have statements, and their first and last month. */
export async function statementChoices(reader: Reader, scope: Scope) {
  const ofVendors = await reader
    .selectDistinct({ code: vendors.code, name: vendors.name })
    .from(statements)
    .innerJoin(vendors, eq(vendors.id, statements.vendorId))
    .where(visible(scope))
    .orderBy(asc(vendors.name));
  const months = await reader
    .selectDistinct({ period: statements.period })
    .from(statements)
    .where(visible(scope))
    .orderBy(desc(statements.period))
    .limit(36);
  return { vendors: ofVendors, months: months.map(({ period }) => period) };
}

/** A statement with its entries, its story and the credits of its contract that it does not take in yet; null out of scope. */
export async function findStatement(reader: Reader, scope: Scope, statementId: number) {
  const [statement] = await reader
    .select(columns)
    .from(statements)
    .innerJoin(contracts, eq(contracts.id, statements.contractId))
    .innerJoin(vendors, eq(vendors.id, statements.vendorId))
    .where(and(eq(statements.id, statementId), visible(scope)));
  if (!statement) return null;
  return {
    statement,
    entries: await entriesOf(reader, statementId),
    events: await eventsOf(reader, statementId),
    open: await creditsNotAgreed(reader, statement.contractId, statement.period),
  };
}

async function entriesOf(reader: Reader, statementId: number) {
  return reader
    .select({
      id: accountEntries.id,
      period: accountEntries.period,
      kind: accountEntries.kind,
      source: accountEntries.source,
      amountMinor: accountEntries.amountMinor,
      onDay: accountEntries.onDay,
      reason: accountEntries.reason,
    })
    .from(statementEntries)
    .innerJoin(accountEntries, eq(accountEntries.id, statementEntries.entryId))
    .where(eq(statementEntries.statementId, statementId))
    .orderBy(desc(accountEntries.kind), asc(accountEntries.period), asc(accountEntries.onDay));
}

async function eventsOf(reader: Reader, statementId: number) {
  return reader
    .select({
      id: statementEvents.id,
      at: statementEvents.at,
      kind: statementEvents.kind,
      text: statementEvents.text,
      person: people.name,
      role: people.role,
    })
    .from(statementEvents)
    .leftJoin(people, eq(people.id, statementEvents.personId))
    .where(eq(statementEvents.statementId, statementId))
    .orderBy(asc(statementEvents.id));
}

/** Credits of the contract up to a month that are not agreed: they are not part of a total. */
async function creditsNotAgreed(reader: Reader, contractId: number, period: number) {
  const rows = await reader
    .select({ period: creditPeriods.period, ...balanceColumns })
    .from(creditPeriods)
    .leftJoin(creditBalances, sameLine)
    .where(
      and(
        eq(creditPeriods.contractId, contractId),
        sql`${creditPeriods.period} <= ${period}`,
        or(ne(creditPeriods.issuedMinor, 0), ne(creditBalances.contractedMinor, 0)),
      ),
    )
    .orderBy(asc(creditPeriods.period));
  return rows.flatMap(({ period: month, calculated, claimed, disputed }) =>
    (['calculated', 'claimed', 'disputed'] as const).flatMap((state) => {
      const minor = { calculated, claimed, disputed }[state];
      return minor === 0 ? [] : [{ period: month, state, minor }];
    }),
  );
}

function statementCondition(
  scope: Scope,
  { search, filters }: StatementListQuery,
): SQL | undefined {
  const states = statementStates.filter((state) => filters.state.includes(state));
  const periods = filters.period.flatMap((text) => parsePeriod(text) ?? []);
  return and(
    visible(scope),
    states.length === 0 ? undefined : inArray(statements.state, states),
    filters.vendor.length === 0 ? undefined : inArray(vendors.code, filters.vendor),
    filters.contract.length === 0 ? undefined : inArray(contracts.number, filters.contract),
    periods.length === 0 ? undefined : inArray(statements.period, periods),
    holdsText(search, vendors.name, vendors.code, contracts.number, statements.invoiceNumber),
  );
}

function statementOrder({ sort, dir }: StatementListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const rest = [desc(statements.period), asc(vendors.name), asc(statements.contractId)];
  switch (sort) {
    case 'period':
      return [by(statements.period), asc(vendors.name), asc(statements.contractId)];
    case 'contract':
      return [by(contracts.number), ...rest];
    case 'vendor':
      return [by(vendors.name), ...rest];
    case 'total':
      return [by(statements.totalMinor), ...rest];
  }
}
