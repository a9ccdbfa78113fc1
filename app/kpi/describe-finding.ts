import { formatPeriod, parsePeriod, type Period } from '~/shared/period';
import type { Finding } from './finding';

/** Looks up words: a key of the locale file `findings` and the values that stand in it. */
export type Say = (key: string, values: Record<string, string | number>) => string;

/** What KPIs, markets and months are called. */
export type Names = {
  kpi: (code: string) => string;
  market: (code: string) => string;
  month: (period: Period) => string;
};

/** As files and programs write them. */
const asWritten: Names = {
  kpi: (code) => code,
  market: (code) => code,
  month: formatPeriod,
};

/** What a finding may name as a month beside its own. */
const monthsNamed = ['month', 'latest'];

/** A finding in the reader's words: where it is, and what is wrong with what would be right. */
export function describeFinding(
  finding: Finding,
  say: Say,
  names: Names = asWritten,
): { where: string; what: string } {
  const { otherSource } = finding.params;
  const months = monthsNamed.flatMap((name) => {
    const period = parsePeriod(String(finding.params[name] ?? ''));
    return period === null ? [] : [[name, names.month(period)] as const];
  });
  const what = say(`code.${finding.code}`, {
    value: finding.value ?? '',
    kpi: finding.kpi === null ? '' : names.kpi(finding.kpi),
    market: finding.market === null ? '' : names.market(finding.market),
    ...(finding.period !== null && { month: names.month(finding.period) }),
    ...finding.params,
    ...Object.fromEntries(months),
    ...(otherSource !== undefined && { otherSource: say(`source.${otherSource}`, {}) }),
  });
  return { where: say(`where.${whereKey(finding)}`, place(finding)), what };
}

function whereKey({ sheet, row, columnName }: Finding): string {
  if (row === null) return sheet === null ? 'file' : 'sheet';
  return `${columnName === null ? 'row' : 'cell'}${sheet === null ? '' : 'InSheet'}`;
}

function place({ sheet, row, columnName }: Finding): Record<string, string | number> {
  return { sheet: sheet ?? '', row: row ?? '', column: columnName ?? '' };
}

/** What a finding is about: KPI, month, and market or total. Empty where it concerns no reading. */
export function findingSubject(finding: Finding, say: Say, names: Names = asWritten): string {
  if (finding.kpi === null || finding.period === null) return '';
  const values = {
    kpi: names.kpi(finding.kpi),
    month: names.month(finding.period),
    market: finding.market === null ? '' : names.market(finding.market),
  };
  return say(finding.market === null ? 'subject.total' : 'subject.market', values);
}
