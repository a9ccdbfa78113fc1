import { and, asc, eq, inArray, isNull, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { formatPeriod } from '~/shared/period';
import { contracts, slaTerms } from '~db/schema/contracts';
import { breaches, cases } from '~db/schema/cases';
import { kpis } from '~db/schema/kpi';
import { creditPeriods, evaluations } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { amount, contractChunks } from './contract-tables.server';
import { exportTable, inPeriods, type Ask, type TableRows } from './export-table.server';

/** The words of the back-test's result, so that both can be laid side by side. */
const evaluationColumns: TableRows<EvaluationRow>['columns'] = {
  vendor: (row) => row.vendor,
  contract: (row) => row.contract,
  term: (row) => row.term,
  kpi: (row) => row.kpi,
  period: (row) => formatPeriod(row.evaluation.period),
  outcome: (row) => row.evaluation.outcome,
  kind: (row) => row.evaluation.kind,
  reason: (row) => row.evaluation.reason,
  severity: (row) => row.evaluation.severity,
  measured: (row) => row.evaluation.measured,
  shortfall: (row) => row.evaluation.shortfall,
  run: (row) => row.evaluation.run,
  points: (row) => row.evaluation.points,
  triggers: (row) => row.evaluation.triggers,
  credit: (row) => amount(row.evaluation.creditMinor, row.currency),
  capped: (row) => amount(row.evaluation.cappedMinor, row.currency),
};

/** The current evaluation of every term and month. */
export const evaluationRows: TableRows<EvaluationRow> = {
  columns: evaluationColumns,
  read: (reader, scope, ask) => readEvaluations(reader, scope, ask),
};

export const evaluationTable = exportTable(
  evaluationColumns,
  async function* (reader, scope, periods) {
    for await (const rows of contractChunks(reader, scope))
      yield await evaluationRows.read(reader, scope, {
        where: and(
          inArray(evaluations.contractId, contractIds(rows)),
          inPeriods(evaluations.period, periods),
        ),
        orderBy: inOrder(evaluations.period),
      });
  },
);

/** Every breach that stands, by its current evaluation. */
export const breachRows: TableRows<BreachRow> = {
  columns: evaluationColumns,
  read: (reader, scope, ask) => readBreaches(reader, scope, ask),
};

export const breachTable = exportTable(evaluationColumns, async function* (reader, scope, periods) {
  for await (const rows of contractChunks(reader, scope))
    yield await breachRows.read(reader, scope, {
      where: and(
        inArray(breaches.termId, termsOf(reader, contractIds(rows))),
        inPeriods(breaches.period, periods),
      ),
      orderBy: inOrder(breaches.period),
    });
});

function contractIds(rows: readonly { contract: { id: number } }[]): number[] {
  return rows.map(({ contract }) => contract.id);
}

function termsOf(reader: Reader, contractIds: number[]) {
  return reader
    .select({ id: slaTerms.id })
    .from(slaTerms)
    .where(inArray(slaTerms.contractId, contractIds));
}

function inOrder(period: AnyColumn): SQL[] {
  return [asc(contracts.number), asc(slaTerms.position), asc(period)];
}

/** What an evaluation is read with, and a breach by its evaluation. */
const evaluated = {
  evaluation: evaluations,
  vendor: vendors.code,
  contract: contracts.number,
  currency: contracts.currency,
  term: slaTerms.position,
  kpi: kpis.code,
};

export type EvaluationRow = Awaited<ReturnType<typeof readEvaluations>>[number];

async function readEvaluations(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({ ...evaluated })
    .from(evaluations)
    .innerJoin(contracts, eq(contracts.id, evaluations.contractId))
    .innerJoin(vendors, eq(vendors.id, evaluations.vendorId))
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .innerJoin(kpis, eq(kpis.id, evaluations.kpiId))
    .where(
      and(
        where,
        isNull(evaluations.supersededAt),
        scope.kind === 'everything' ? undefined : withinScope(scope, evaluations.vendorId),
      ),
    )
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}

export type BreachRow = Awaited<ReturnType<typeof readBreaches>>[number];

/**
 * Nearly every breach stands: an index by that narrows nothing, and an engine that is offered it reads them all for one
 * vendor's.
 */
const isStanding = sql`coalesce(${breaches.withdrawnAt}, '') = ''`;

async function readBreaches(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({ ...evaluated, breach: breaches, caseState: cases.state, dueOn: cases.dueOn })
    .from(breaches)
    .crossJoin(evaluations) // From breaches to their evaluations: those who met their terms are many more.
    .innerJoin(cases, eq(cases.id, breaches.caseId))
    .innerJoin(contracts, eq(contracts.id, evaluations.contractId))
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .where(
      and(
        where,
        eq(evaluations.termId, breaches.termId),
        eq(evaluations.period, breaches.period),
        isNull(evaluations.supersededAt),
        isStanding,
        scope.kind === 'everything' ? undefined : withinScope(scope, breaches.vendorId),
      ),
    )
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}

/** Each contract's credit of each month as it stands. */
export const creditRows: TableRows<CreditRow> = {
  columns: {
    vendor: (row) => row.vendor,
    contract: (row) => row.contract,
    period: (row) => formatPeriod(row.credit.period),
    currency: (row) => row.credit.currency,
    gross: (row) => amount(row.credit.grossMinor, row.credit.currency),
    capped: (row) => amount(row.credit.cappedMinor, row.credit.currency),
    issued: (row) => amount(row.credit.issuedMinor, row.credit.currency),
    state: (row) => row.credit.state,
  },
  read: (reader, scope, ask) => readCredits(reader, scope, ask),
};

export const creditTable = exportTable(
  creditRows.columns,
  async function* (reader, scope, periods) {
    for await (const rows of contractChunks(reader, scope))
      yield await creditRows.read(reader, scope, {
        where: and(
          inArray(creditPeriods.contractId, contractIds(rows)),
          inPeriods(creditPeriods.period, periods),
        ),
        orderBy: [asc(contracts.number), asc(creditPeriods.period)],
      });
  },
);

export type CreditRow = Awaited<ReturnType<typeof readCredits>>[number];

async function readCredits(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({ vendor: vendors.code, contract: contracts.number, credit: creditPeriods })
    .from(creditPeriods)
    .innerJoin(contracts, eq(contracts.id, creditPeriods.contractId))
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .where(
      and(
        where,
        scope.kind === 'everything' ? undefined : withinScope(scope, creditPeriods.vendorId),
      ),
    )
    .orderBy(...orderBy)
    .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}
