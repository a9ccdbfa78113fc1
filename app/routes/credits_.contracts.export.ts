import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import {
  contractCreditSpec,
  listContractCredits,
  type ContractCreditRow,
} from '~/settlement/credit-contract-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { formatMinor } from '~/shared/money';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The credits by contract as a file, with the list's filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'breaches.read');
  const { reader, scope, t, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, contractCreditSpec);
  const rows = await listContractCredits(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const money = (header: string, minorOf: (row: ContractCreditRow) => number) => ({
    header,
    value: (row: ContractCreditRow) => formatMinor(minorOf(row), row.currency),
  });
  return exportTable(
    args,
    visit,
    `credits-by-contract-${dayOf(now)}`,
    [
      { header: t('common:column.vendor'), value: (row) => row.vendorName },
      { header: t('common:column.contract'), value: (row) => row.contract },
      { header: t('common:column.currency'), value: (row) => row.currency },
      { header: t('settlement:byContract.months'), value: (row) => row.months },
      money(t('settlement:account.contracted'), (row) => row.contractedMinor),
      money(t('settlement:byContract.toClaim'), (row) => row.toClaimMinor),
      money(t('settlement:account.imposed'), (row) => row.imposedMinor),
      money(t('settlement:account.paid'), (row) => row.paidMinor),
      money(t('settlement:byContract.owedBack'), (row) => row.owedBackMinor),
      money(t('settlement:account.lost'), (row) => row.lostMinor),
    ],
    rows,
  );
}
