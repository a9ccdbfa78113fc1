import { useTranslation } from 'react-i18next';
import type { CreditBalances, CreditState } from '~/settlement/credit-line';
import type { Period } from '~/shared/period';
import { Amount } from '../breach/Amount';
import cells from '../breach/cells.module.css';
import type { Column } from '../DataTable';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';
import { MonthText } from '../texts';

/** A contract's credit of a month as the list shows it. */
type Row = {
  vendorName: string;
  contract: string;
  period: Period;
  currency: string;
  grossMinor: number;
  cappedMinor: number;
  returnedMinor: number;
  issuedMinor: number;
  state: CreditState;
  houseMinor: number | null;
  balances: (CreditBalances & { claimUntil: string | null }) | null;
};

type Shown = {
  isOwn: boolean;
  /** The house currency; null where it is not shown. */
  house: string | null;
  /** Of the whole question in the house currency; null where a rate is missing. */
  houseTotal: number | null;
  totals: readonly { currency: string; gross: number; capped: number; issued: number }[];
};

/** The columns of the list of credits; amounts name their currency where there are several. */
export function useCreditColumns({ isOwn, house, houseTotal, totals }: Shown): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const only = totals.length === 1 ? totals[0] : undefined;
  const unit = only && { unit: only.currency };
  const money = (minor: number, currency: string) => (
    <Amount minor={minor} currency={currency} named={!only} />
  );
  const stateColumn = (
    state: 'claimed' | 'accepted' | 'applied',
    minorOf: (row: Row) => number | null,
  ): Column<Row> => ({
    key: state,
    header: t(`common:creditState.${state}`),
    ...unit,
    align: 'end',
    hidden: true,
    cell: (row) => money(minorOf(row) ?? 0, row.currency),
  });
  const vendor: Column<Row> = {
    key: 'vendor',
    header: t('common:column.vendor'),
    sort: 'vendor',
    cell: ({ vendorName }) => vendorName,
  };
  const period: Column<Row> = {
    key: 'period',
    header: t('common:column.period'),
    card: 'name',
    sort: 'period',
    cell: (row) => <MonthText period={row.period} />,
  };
  return [
    ...(isOwn ? [period] : [vendor, period]),
    {
      key: 'contract',
      header: t('common:column.contract'),
      card: 'name',
      sort: 'contract',
      cell: ({ contract }) => <span className={cells.whole}>{contract}</span>,
    },
    {
      key: 'gross',
      header: t('sla:credits.gross'),
      ...unit,
      sort: 'gross',
      align: 'end',
      cell: ({ grossMinor, currency }) => money(grossMinor, currency),
      ...(only && { total: money(only.gross, only.currency) }),
    },
    {
      key: 'capped',
      header: t('sla:credits.capped'),
      ...unit,
      align: 'end',
      cell: ({ cappedMinor, currency }) => money(cappedMinor, currency),
      ...(only && { total: money(only.capped, only.currency) }),
    },
    {
      key: 'returned',
      header: t('sla:credits.returned'),
      ...unit,
      align: 'end',
      hidden: true,
      cell: ({ returnedMinor, currency }) => money(returnedMinor, currency),
    },
    {
      key: 'issued',
      header: t('sla:credits.issued'),
      card: 'figure',
      ...unit,
      sort: 'issued',
      align: 'end',
      cell: ({ issuedMinor, currency }) => money(issuedMinor, currency),
      ...(only && { total: money(only.issued, only.currency) }),
    },
    stateColumn('claimed', ({ balances }) => balances && balances.claimed + balances.disputed),
    stateColumn('accepted', ({ balances }) => balances && balances.accepted),
    stateColumn('applied', ({ balances }) => balances && balances.applied),
    ...(house === null
      ? []
      : [
          {
            key: 'house',
            header: t('sla:credits.house', { currency: house }),
            align: 'end' as const,
            cell: ({ houseMinor }: Row) =>
              houseMinor === null ? (
                t('sla:credits.noRate')
              ) : (
                <Amount minor={houseMinor} currency={house} named={false} />
              ),
            ...(houseTotal !== null && {
              total: <Amount minor={houseTotal} currency={house} named={false} />,
            }),
          },
        ]),
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state, balances }) => (
        <>
          <StateBadge>{t(`common:creditState.${state}`)}</StateBadge>
          {balances?.claimUntil != null && balances.calculated > 0 && (
            <small className={cells.under}>
              {t('settlement:credit.until', { date: format.date(balances.claimUntil) })}
            </small>
          )}
        </>
      ),
    },
  ];
}
