import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { findContract } from '~/contracts/contract-queries.server';
import { accountSpec, listAccount, type AccountRow } from '~/settlement/account-queries.server';
import { sheetWords } from '~/settlement/sheet-words';
import { formatListed } from '~/shared/format';
import { parseListQuery } from '~/shared/list-query';
import { formatMinor } from '~/shared/money';
import { formatPeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** A contract's account as a file, with the page's filter and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'accounts.read');
  const { reader, scope, t, locale, now } = visit;
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const query = parseListQuery(new URL(args.request.url).searchParams, accountSpec);
  const rows = await listAccount(reader, scope, contractId, query, { offset: 0, limit: MOST_ROWS });
  const words = sheetWords(t, locale);
  const line = (row: AccountRow) => ({ ...row, key: String(row.id), minor: row.amountMinor });
  return exportTable(
    args,
    visit,
    `account-${contract.number}-${dayOf(now)}`,
    [
      { header: t('settlement:account.posted'), value: (row) => row.onDay },
      { header: t('common:column.period'), value: (row) => formatPeriod(row.period) },
      {
        header: t('settlement:account.kind'),
        value: (row) => t(`settlement:account.kinds.${row.kind}`),
      },
      { header: t('settlement:column.source'), value: (row) => words.source(line(row)) },
      {
        header: t('settlement:account.who'),
        value: ({ person, second }) =>
          formatListed(
            [person, second].filter((name) => name !== null),
            locale,
          ) || t('settlement:credit.byClock'),
      },
      {
        header: t('settlement:account.statement'),
        value: ({ statementPeriod }) =>
          statementPeriod === null ? null : formatPeriod(statementPeriod),
      },
      { header: t('common:column.currency'), value: (row) => row.currency },
      {
        header: t('common:column.amount'),
        value: (row) => formatMinor(row.amountMinor, row.currency),
      },
    ],
    rows,
  );
}
