import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import {
  listStatements,
  statementListSpec,
  type StatementRow,
} from '~/settlement/statement-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { formatMinor } from '~/shared/money';
import { formatPeriod } from '~/shared/period';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The statements as a file, with the list's filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'statements.read');
  const { reader, scope, t, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, statementListSpec);
  const rows = await listStatements(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const money = (header: string, minorOf: (row: StatementRow) => number) => ({
    header,
    value: (row: StatementRow) => formatMinor(minorOf(row), row.currency),
  });
  return exportTable(
    args,
    visit,
    `statements-${dayOf(now)}`,
    [
      { header: t('common:column.vendor'), value: (row) => row.vendorName },
      { header: t('common:column.contract'), value: (row) => row.contract },
      { header: t('common:column.period'), value: (row) => formatPeriod(row.period) },
      { header: t('common:column.currency'), value: (row) => row.currency },
      money(t('settlement:column.carried'), (row) => row.carriedMinor),
      {
        header: t('settlement:column.fee'),
        value: (row) => (row.feeOpen ? null : formatMinor(row.feeMinor, row.currency)),
      },
      money(t('settlement:column.credits'), (row) => row.creditMinor),
      money(t('settlement:column.bonus'), (row) => row.bonusMinor),
      money(t('settlement:sum.penalty'), (row) => row.penaltyMinor),
      money(t('settlement:sum.correction'), (row) => row.correctionMinor),
      money(t('settlement:column.total'), (row) => row.totalMinor),
      { header: t('settlement:column.invoice'), value: (row) => row.invoiceNumber },
      { header: t('common:column.status'), value: (row) => t(`settlement:state.${row.state}`) },
    ],
    rows,
  );
}
