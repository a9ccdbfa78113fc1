import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { unitText } from '~/locales/unit-text';
import { parseListQuery } from '~/shared/list-query';
import { formatMinor } from '~/shared/money';
import { nameFor } from '~/shared/named';
import { formatPeriod } from '~/shared/period';
import { breachListSpec, listBreaches } from '~/sla/breach-list-queries.server';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The breach list as a file, with its filters and order and all its pages; values unrounded. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'breaches.read');
  const { reader, scope, t, now, locale } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, breachListSpec);
  const today = dayOf(now);
  const rows = await listBreaches(reader, scope, query, today, { offset: 0, limit: MOST_ROWS });
  return exportTable(
    args,
    visit,
    `breaches-${today}`,
    [
      { header: t('common:column.vendor'), value: (row) => row.vendorName },
      { header: t('common:column.contract'), value: (row) => row.contract },
      { header: t('common:column.period'), value: (row) => formatPeriod(row.period) },
      {
        header: t('common:column.kpi'),
        value: (row) => nameFor(row.kpi, locale),
      },
      {
        header: t('common:column.service'),
        value: ({ service }) => service && nameFor(service, locale),
      },
      {
        header: t('common:column.market'),
        value: ({ market }) => market && nameFor(market, locale),
      },
      { header: t('sla:list.kind'), value: (row) => t(`common:breachKind.${row.kind}`) },
      {
        header: t('common:column.severity'),
        value: (row) => t(`common:severity.${row.severity}`),
      },
      { header: t('sla:list.measured'), value: (row) => row.measured },
      { header: t('common:column.target'), value: (row) => row.target },
      { header: t('common:column.unit'), value: (row) => unitText(t, row.unit) },
      { header: t('common:column.shortfall'), value: (row) => row.shortfall },
      { header: t('common:column.run'), value: (row) => row.run },
      {
        header: t('sla:list.issued'),
        value: (row) => formatMinor(row.issuedMinor, row.currency),
      },
      { header: t('common:column.currency'), value: (row) => row.currency },
      {
        header: t('sla:list.caseState'),
        value: (row) =>
          row.withdrawnAt === null
            ? t(`common:caseState.${row.caseState}`)
            : t('sla:list.withdrawn'),
      },
      { header: t('sla:list.due'), value: (row) => row.dueOn },
      { header: t('sla:list.opened'), value: (row) => row.openedOn },
    ],
    rows,
  );
}
