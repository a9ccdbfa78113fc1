import { and, asc, eq, gt, gte, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { balanceColumns, sameLine } from '~/settlement/load-lines.server';
import { signedAmount } from '~/settlement/manual-entry';
import { formatMoney } from '~/shared/format';
import { formatPeriod } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { creditBalances, manualEntries, statements } from '~db/schema/settlement';
import { creditPeriods } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Task, TaskKind } from './task';

const MOST = 200;

/** A line stands in the first of these in which something of it is; see `leadingState`. */
const OPEN_STATES = ['calculated', 'disputed', 'claimed'] as const;

/** Credits that nobody has claimed yet, as long as they can be. */
export async function creditsToClaim(reader: Reader, scope: Scope, today: string): Promise<Task[]> {
  const inTime = or(isNull(creditBalances.claimUntil), gte(creditBalances.claimUntil, today));
  return creditTasks(reader, scope, 'credit_claim', 'calculated', inTime);
}

/** Credits that the vendor disputes: somebody who did not claim them rules. */
export async function creditsToRule(reader: Reader, scope: Scope): Promise<Task[]> {
  return creditTasks(reader, scope, 'credit_ruling', 'disputed');
}

/** Credits that wait for the vendor to accept or to dispute them. */
export async function creditsToAnswer(reader: Reader, scope: Scope): Promise<Task[]> {
  return creditTasks(reader, scope, 'credit_answer', 'claimed');
}

async function creditTasks(
  reader: Reader,
  scope: Scope,
  kind: TaskKind,
  state: (typeof OPEN_STATES)[number],
  condition?: SQL,
): Promise<Task[]> {
  const minor = balanceColumns[state];
  const standing = OPEN_STATES.slice(0, OPEN_STATES.indexOf(state) + 1);
  const rows = await reader
    .select({
      contractId: creditPeriods.contractId,
      period: creditPeriods.period,
      currency: creditPeriods.currency,
      minor,
      claimUntil: creditBalances.claimUntil,
      vendor: vendors.name,
      contract: contracts.number,
    })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .leftJoin(creditBalances, sameLine)
    .where(
      and(
        inArray(creditPeriods.state, standing),
        withinScope(scope, creditPeriods.vendorId),
        gt(minor, 0),
        condition,
      ),
    )
    .orderBy(sql`${creditBalances.claimUntil} asc nulls last`, asc(creditPeriods.period))
    .limit(MOST);
  return rows.map((row) => ({
    kind,
    key: `${kind}:${row.contractId}/${row.period}`,
    href: `/contracts/${row.contractId}/credits/${formatPeriod(row.period)}`,
    dueOn: kind === 'credit_claim' ? row.claimUntil : null,
    period: row.period,
    params: {
      vendor: row.vendor,
      contract: row.contract,
      amount: formatMoney(row.minor, row.currency),
    },
  }));
}

/** Statements that wait for the vendor to agree. */
export async function statementsToAnswer(reader: Reader, scope: Scope): Promise<Task[]> {
  return statementTasks(reader, scope, 'statement_answer', 'sent');
}

/** Statements that both sides agree on and that wait for their invoice. */
export async function statementsToSettle(reader: Reader, scope: Scope): Promise<Task[]> {
  return statementTasks(reader, scope, 'statement_settle', 'agreed');
}

async function statementTasks(
  reader: Reader,
  scope: Scope,
  kind: TaskKind,
  state: 'sent' | 'agreed',
): Promise<Task[]> {
  const rows = await reader
    .select({ statement: statements, vendor: vendors.name, contract: contracts.number })
    .from(statements)
    .innerJoin(contracts, eq(contracts.id, statements.contractId))
    .innerJoin(vendors, eq(vendors.id, statements.vendorId))
    .where(and(eq(statements.state, state), withinScope(scope, statements.vendorId)))
    .orderBy(asc(statements.period), asc(contracts.number))
    .limit(MOST);
  return rows.map(({ statement, vendor, contract }) => ({
    kind,
    key: `${kind}:${statement.id}`,
    href: `/statements/${statement.id}`,
    dueOn: null,
    period: statement.period,
    params: { vendor, contract, amount: formatMoney(statement.totalMinor, statement.currency) },
  }));
}

/** Bonuses and penalties by hand that wait for a second person, those of a person's own left out; ours alone. */
export async function manualEntriesToDecide(
  reader: Reader,
  scope: Scope,
  personId: number | null,
): Promise<Task[]> {
  if (scope.kind === 'vendor') return [];
  const byOthers =
    personId === null
      ? undefined
      : or(isNull(manualEntries.proposedBy), ne(manualEntries.proposedBy, personId));
  const rows = await reader
    .select({ entry: manualEntries, vendor: vendors.name, contract: contracts.number })
    .from(manualEntries)
    .innerJoin(contracts, eq(contracts.id, manualEntries.contractId))
    .innerJoin(vendors, eq(vendors.id, manualEntries.vendorId))
    .where(
      and(
        eq(manualEntries.state, 'proposed'),
        withinScope(scope, manualEntries.vendorId),
        byOthers,
      ),
    )
    .orderBy(asc(manualEntries.proposedAt), asc(manualEntries.id))
    .limit(MOST);
  return rows.map(({ entry, vendor, contract }) => ({
    kind: 'manual_decision',
    key: `manual_decision:${entry.id}`,
    href: `/contracts/${entry.contractId}/entries/${entry.id}`,
    dueOn: null,
    period: entry.period,
    listed: entry.contractId,
    params: {
      vendor,
      contract,
      amount: formatMoney(signedAmount(entry.kind, entry.amountMinor), entry.currency),
    },
  }));
}
