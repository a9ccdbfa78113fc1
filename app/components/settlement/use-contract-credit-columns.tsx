import { useTranslation } from 'react-i18next';
import cells from '../breach/cells.module.css';
import { Amount } from '../breach/Amount';
import type { Column } from '../DataTable';
import { useFormat } from '../use-format';

const AMOUNTS = [
  ['contracted', 'contractedMinor'],
  ['imposed', 'imposedMinor'],
  ['paid', 'paidMinor'],
] as const;

type Amounts = Record<
  'contractedMinor' | 'toClaimMinor' | 'imposedMinor' | 'paidMinor' | 'owedBackMinor' | 'lostMinor',
  number
> & { currency: string };
type Row = Amounts & { vendorName: string; contract: string; title: string; months: number };

/** The columns of the credits by contract; amounts name their currency where there are several. */
export function useContractCreditColumns({
  isOwn,
  sums,
}: {
  isOwn: boolean;
  sums: readonly Amounts[];
}): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const only = sums.length === 1 ? sums[0] : undefined;
  const amount = (key: string, header: string, field: Exclude<keyof Amounts, 'currency'>) => ({
    key,
    header,
    ...(only && { unit: only.currency }),
    align: 'end' as const,
    cell: (row: Row) => (
      <>
        <Amount minor={row[field]} currency={row.currency} named={!only} />
        {field === 'paidMinor' && row.owedBackMinor > 0 && (
          <span className={cells.beside}>
            {t('settlement:account.owedBack', {
              amount: format.money(row.owedBackMinor, row.currency),
            })}
          </span>
        )}
      </>
    ),
    ...(only && {
      total: <Amount minor={only[field]} currency={only.currency} named={false} />,
    }),
  });
  return [
    {
      key: 'contract',
      header: t('common:column.contract'),
      sort: 'contract',
      cell: ({ contract }) => <span className={cells.whole}>{contract}</span>,
    },
    ...(isOwn
      ? []
      : [
          {
            key: 'vendor',
            header: t('common:column.vendor'),
            card: 'name' as const,
            sort: 'vendor',
            cell: ({ vendorName }: Row) => vendorName,
          },
        ]),
    {
      key: 'months',
      header: t('settlement:byContract.months'),
      align: 'end',
      cell: ({ months }) => format.number(months),
    },
    ...AMOUNTS.map(([key, field]) => ({
      ...amount(key, t(`settlement:account.${key}`), field),
      sort: key,
    })),
    amount('toClaim', t('settlement:byContract.toClaim'), 'toClaimMinor'),
    amount('lost', t('settlement:account.lost'), 'lostMinor'),
  ];
}
