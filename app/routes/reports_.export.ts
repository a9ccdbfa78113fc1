import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { listReports, reportListSpec } from '~/kpi/report-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { formatPeriod } from '~/shared/period';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The list of reports as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reports.read');
  const { reader, scope, t, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, reportListSpec);
  const rows = await listReports(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const month = (period: number | null) => (period === null ? null : formatPeriod(period));
  return exportTable(
    args,
    visit,
    `reports-${dayOf(now)}`,
    [
      { header: t('common:column.vendor'), value: ({ vendorCode }) => vendorCode },
      { header: t('common:column.name'), value: ({ vendorName }) => vendorName },
      { header: t('common:column.starts'), value: ({ firstPeriod }) => month(firstPeriod) },
      { header: t('common:column.ends'), value: ({ lastPeriod }) => month(lastPeriod) },
      { header: t('common:column.status'), value: ({ state }) => t(`kpi:state.${state}`) },
      { header: t('common:column.source'), value: ({ source }) => t(`common:source.${source}`) },
      { header: t('kpi:list.readings'), value: ({ readingCount }) => readingCount },
      { header: t('kpi:list.errors'), value: ({ errorCount }) => errorCount },
      { header: t('kpi:list.warnings'), value: ({ warningCount }) => warningCount },
      { header: t('kpi:list.receivedAt'), value: ({ createdAt }) => createdAt },
      { header: t('kpi:list.sentAt'), value: ({ submittedAt }) => submittedAt },
      { header: t('kpi:list.file'), value: ({ fileName }) => fileName },
    ],
    rows,
  );
}
