import { and, eq, type AnyColumn } from 'drizzle-orm';
import { z } from 'zod';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import {
  breachRows,
  creditRows,
  evaluationRows,
  type BreachRow,
  type CreditRow,
  type EvaluationRow,
} from '~/exports/sla-tables.server';
import { formatPeriod, parsePeriod, type Period } from '~/shared/period';
import { caseStates } from '~/sla/case';
import { creditStates } from '~/sla/credit-state';
import { BREACH_KINDS } from '~/sla/evaluation';
import { breaches, cases } from '~db/schema/cases';
import { slaTerms } from '~db/schema/contracts';
import { creditPeriods, evaluations } from '~db/schema/sla';
import type { Reader } from '~db/store.server';
import {
  codeText,
  count,
  currency,
  day,
  decimal,
  list,
  money,
  month,
  recordKey,
  text as anyText,
} from './cells';
import {
  code,
  contractNumber,
  contractOfTerm,
  key,
  kpiOfTerm,
  months,
  text,
  words,
} from './filter.server';
import { byKey, byPeriod, ownKey, resource } from './resource.server';

const outcomes = evaluations.outcome.enumValues;

/** The words of the back-test's result and of the exports. */
const evaluated = {
  vendor: codeText,
  contract: codeText,
  term: count.meta({ description: 'The term’s place in its contract, from 0' }),
  kpi: codeText,
  period: month,
  outcome: z.enum(outcomes),
  kind: z.enum(BREACH_KINDS).nullable(),
  reason: anyText.nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  measured: decimal.nullable(),
  shortfall: decimal.nullable(),
  run: count.meta({ description: 'Failures in a row, this one included' }),
  points: decimal,
  triggers: list,
  credit: money,
  capped: money,
  currency,
};

/** The key of what has none of its own to be told outside: a contract's or a term's, of a month. */
function monthly(keyColumn: AnyColumn, periodColumn: AnyColumn) {
  return {
    of: (key: number, period: Period) => `${key}-${formatPeriod(period)}`,
    find: (text: string) => {
      const [, written, month = ''] = /^(\d{1,16})-(\d{4}-\d{2})$/.exec(text) ?? [];
      const [key, period] = [Number(written), parsePeriod(month)];
      const isKey = period !== null && Number.isSafeInteger(key);
      const where = and(eq(keyColumn, key), eq(periodColumn, period));
      return Promise.resolve(isKey ? { where, tie: [key] } : null);
    },
  };
}

const termMonth = monthly(evaluations.termId, evaluations.period);

/**
 * Evaluations are numbered over all vendors: outside they are known by their term and month, evaluated again or not. In a
 * month they follow by contract and term, as the index has them.
 */
const evaluationKey = {
  of: termMonth.of,
  find: async (text: string, reader: Reader) => {
    const key = await termMonth.find(text);
    const [termId] = key?.tie ?? [];
    if (!key || termId === undefined) return null;
    const [term] = await reader
      .select({ contractId: slaTerms.contractId })
      .from(slaTerms)
      .where(eq(slaTerms.id, termId));
    return term ? { where: key.where, tie: [term.contractId, termId] } : null;
  },
};
const creditKey = monthly(creditPeriods.contractId, creditPeriods.period);

export const evaluationResource = resource<EvaluationRow>({
  about: 'The current evaluation of every term and month, in the words of the back-test',
  needs: 'breaches.read',
  rows: evaluationRows,
  cells: { ...evaluationRows.columns, currency: (row) => row.currency },
  id: {
    of: ({ evaluation }) => evaluationKey.of(evaluation.termId, evaluation.period),
    find: evaluationKey.find,
  },
  tie: [evaluations.contractId, evaluations.termId],
  sorts: { period: byPeriod(evaluations.period, (row) => row.evaluation.period) },
  defaultSort: '-period',
  filters: {
    vendor: code(evaluations.vendorId, 'vendors', 'Code of the vendor'),
    contract: contractNumber(evaluations.contractId),
    kpi: kpiOfTerm(evaluations.termId),
    outcome: words(evaluations.outcome, outcomes, 'How it came out'),
    severity: words(evaluations.severity, SEVERITIES, 'How grave a failure is'),
    ...months(evaluations.period),
  },
  row: z
    .strictObject({
      id: anyText.meta({
        description: 'The term’s key and the month',
        example: '4503600123456789-2023-07',
      }),
      ...evaluated,
    })
    .meta({ id: 'Evaluation' }),
});

export const breachResource = resource<BreachRow>({
  about: 'Every breach that stands, by its current evaluation, with where its case stands',
  needs: 'breaches.read',
  rows: breachRows,
  cells: {
    ...breachRows.columns,
    currency: (row) => row.currency,
    opened: (row) => row.breach.openedOn,
    case: (row) => row.breach.caseId,
    case_state: (row) => row.caseState,
    due: (row) => row.dueOn,
  },
  id: ownKey(breaches.id, (row) => row.breach.id),
  tie: [breaches.id],
  sorts: {
    period: byPeriod(breaches.period, (row) => row.breach.period),
    id: byKey(breaches.id, (row) => row.breach.id),
  },
  defaultSort: '-period',
  filters: {
    vendor: code(breaches.vendorId, 'vendors', 'Code of the vendor'),
    contract: contractOfTerm(breaches.termId),
    kpi: code(breaches.kpiId, 'kpis', 'Code of the KPI'),
    severity: words(breaches.severity, SEVERITIES, 'How grave it is'),
    kind: words(breaches.kind, BREACH_KINDS, 'A missed value, or a report that did not come'),
    state: words(cases.state, caseStates, 'Where its case stands'),
    case: key(breaches.caseId, 'Key of its case'),
    ...months(breaches.period),
  },
  row: z
    .strictObject({
      id: recordKey,
      ...evaluated,
      opened: day,
      case: recordKey.meta({ description: 'The key of its case' }),
      case_state: z.enum(caseStates),
      due: day.nullable().meta({ description: 'By when the case is to be answered' }),
    })
    .meta({ id: 'Breach' }),
});

export const creditResource = resource<CreditRow>({
  about: 'Each contract’s credit of each month as it stands',
  needs: 'breaches.read',
  rows: creditRows,
  cells: creditRows.columns,
  id: {
    of: ({ credit }) => creditKey.of(credit.contractId, credit.period),
    find: creditKey.find,
  },
  tie: [creditPeriods.contractId],
  sorts: { period: byPeriod(creditPeriods.period, (row) => row.credit.period) },
  defaultSort: '-period',
  filters: {
    vendor: code(creditPeriods.vendorId, 'vendors', 'Code of the vendor'),
    contract: contractNumber(creditPeriods.contractId),
    state: words(creditPeriods.state, creditStates, 'Where it stands'),
    currency: text(creditPeriods.currency, 'ISO 4217'),
    ...months(creditPeriods.period),
  },
  row: z
    .strictObject({
      id: anyText.meta({
        description: 'The contract’s key and the month',
        example: '4503600123456789-2023-07',
      }),
      vendor: codeText,
      contract: codeText,
      period: month,
      currency,
      gross: money,
      capped: money,
      issued: money,
      state: z.enum(creditStates),
    })
    .meta({ id: 'Credit' }),
});
