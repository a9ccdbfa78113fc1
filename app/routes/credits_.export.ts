import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { imposed, lost, paid, type CreditBalances } from '~/settlement/credit-line';
import { balancesOf } from '~/settlement/credit-total-queries.server';
import { intoHouse, type House } from '~/settlement/house-totals.server';
import { parseListQuery } from '~/shared/list-query';
import { formatMinor } from '~/shared/money';
import { formatPeriod } from '~/shared/period';
import { creditListSpec, listCredits, type CreditRow } from '~/sla/credit-queries.server';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The credits as a file, with the list's filters and order and all its pages; for us in the house currency too. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'breaches.read');
  const { reader, scope, t, now, person } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, creditListSpec);
  const rows = await listCredits(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const house = person.role === 'vendor' ? null : await intoHouse(reader, rows);
  const amount = (minor: number, { currency }: CreditRow) => formatMinor(minor, currency);
  const inHouse = ({ issuedMinor, period, currency }: CreditRow, { of, currency: to }: House) => {
    const minor = of({ period, currency, minor: issuedMinor });
    return minor === null ? null : formatMinor(minor, to);
  };
  const balances = await balancesOf(reader, rows);
  const held = (header: string, of: (balances: CreditBalances) => number) => ({
    header,
    value: (row: CreditRow) => {
      const own = balances.get(`${row.contractId}/${row.period}`);
      return own ? amount(of(own), row) : null;
    },
  });
  return exportTable(
    args,
    visit,
    `credits-${dayOf(now)}`,
    [
      { header: t('common:column.vendor'), value: (row) => row.vendorName },
      { header: t('common:column.contract'), value: (row) => row.contract },
      { header: t('common:column.period'), value: (row) => formatPeriod(row.period) },
      { header: t('common:column.currency'), value: (row) => row.currency },
      { header: t('sla:credits.gross'), value: (row) => amount(row.grossMinor, row) },
      { header: t('sla:credits.capped'), value: (row) => amount(row.cappedMinor, row) },
      { header: t('sla:credits.returned'), value: (row) => amount(row.returnedMinor, row) },
      { header: t('sla:credits.issued'), value: (row) => amount(row.issuedMinor, row) },
      ...(house === null
        ? []
        : [
            {
              header: t('sla:credits.house', { currency: house.currency }),
              value: (row: CreditRow) => inHouse(row, house),
            },
          ]),
      held(t('settlement:account.imposed'), imposed),
      held(t('settlement:account.paid'), paid),
      held(t('settlement:account.lost'), lost),
      { header: t('common:column.status'), value: (row) => t(`common:creditState.${row.state}`) },
    ],
    rows,
  );
}
