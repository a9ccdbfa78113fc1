import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { parseListQuery } from '~/shared/list-query';
import { periodOfDate } from '~/shared/period';
import { comparedTerms, comparisonSpec } from '~/sla/compare-terms';
import { comparableKpis, termsOnKpi } from '~/sla/compare-terms.server';
import { exportTable } from './shared/export-table.server';

const MONTHS = 12;

/** The comparison of a term across contracts as a file; limits and targets exact. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'standards.read');
  const { reader, scope, t, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, comparisonSpec);
  const kpis = await comparableKpis(reader, scope);
  const kpi = kpis.find(({ code }) => query.filters.kpi.includes(code)) ?? kpis[0];
  const today = dayOf(now);
  const rows = kpi
    ? await termsOnKpi(reader, scope, kpi.code, { on: today, since: periodOfDate(today) - MONTHS })
    : [];
  return exportTable(
    args,
    visit,
    `terms-${kpi?.code ?? 'none'}-${today}`,
    [
      { header: t('common:column.contract'), value: (row) => row.contract },
      { header: t('common:column.vendor'), value: (row) => row.vendor },
      { header: t('common:column.kpi'), value: (row) => row.said.kpi },
      { header: t('common:column.service'), value: (row) => row.service },
      { header: t('common:column.market'), value: (row) => row.market },
      {
        header: t('standards:comparison.operator'),
        value: (row) => t(`common:operator.${row.said.operator}`),
      },
      { header: t('common:column.target'), value: (row) => row.said.target },
      { header: t('common:column.warnAt'), value: (row) => row.said.warn_at },
      {
        header: t('contracts:part.bands'),
        value: (row) =>
          row.said.bands
            .map(
              ({ severity, from, to, credit_percent: credit }) =>
                `${t(`common:severity.${severity}`)} ${from ?? '…'} – ${to ?? '…'}: ${credit}%`,
            )
            .join('; '),
      },
      {
        header: t('standards:comparison.window'),
        value: ({ said: { window } }) =>
          t(`contracts:words.${window.kind}`, { count: window.months }),
      },
      {
        header: t('common:column.credit'),
        value: (row) => t(`contracts:method.${row.said.credit.method}`),
      },
      ...(['met', 'at_risk', 'breached'] as const).map((outcome) => ({
        header: t(`common:outcome.${outcome}`),
        value: (row: (typeof rows)[number]) => row.outcomes[outcome] ?? 0,
      })),
    ],
    comparedTerms(rows, query),
  );
}
