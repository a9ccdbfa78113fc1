import { useTranslation } from 'react-i18next';
import type { CreditBalances, CreditState } from '~/settlement/credit-line';
import type { Period } from '~/shared/period';
import { Amount } from '../breach/Amount';
import cells from '../breach/cells.module.css';
import type { Column } from '../DataTable';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';
import { useVendorMonthColumns } from '../use-vendor-month-columns';

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
  const vendorMonth = useVendorMonthColumns<Row>(isOwn);
  const amounts = useAmountColumns(totals);
  const inHouse = useHouseColumns(house, houseTotal);
  const state = useStateColumn();
  return [
    ...vendorMonth,
    {
      key: 'contract',
      header: t('common:column.contract'),
      card: 'name',
      sort: 'contract',
      cell: ({ contract }) => <span className={cells.whole}>{contract}</span>,
    },
    ...amounts,
    ...inHouse,
    state,
  ];
}

/** From what was reckoned to what was issued, and what has become of it since. */
function useAmountColumns(totals: Shown['totals']): Column<Row>[] {
  const { t } = useTranslation();
  const only = totals.length === 1 ? totals[0] : undefined;
  const amount = (
    key: string,
    header: string,
    minorOf: (row: Row) => number | null,
    more?: Partial<Column<Row>>,
  ): Column<Row> => ({
    key,
    header,
    ...(only && { unit: only.currency }),
    align: 'end',
    cell: (row) => <Amount minor={minorOf(row) ?? 0} currency={row.currency} named={!only} />,
    ...more,
  });
  const total = (sum: 'gross' | 'capped' | 'issued') =>
    only && { total: <Amount minor={only[sum]} currency={only.currency} named={false} /> };
  const became = (
    state: 'claimed' | 'accepted' | 'applied',
    minorOf: (balances: CreditBalances) => number,
  ) =>
    amount(
      state,
      t(`common:creditState.${state}`),
      ({ balances }) => balances && minorOf(balances),
      { hidden: true },
    );
  return [
    amount('gross', t('sla:credits.gross'), ({ grossMinor }) => grossMinor, {
      sort: 'gross',
      ...total('gross'),
    }),
    amount('capped', t('sla:credits.capped'), ({ cappedMinor }) => cappedMinor, total('capped')),
    amount('returned', t('sla:credits.returned'), ({ returnedMinor }) => returnedMinor, {
      hidden: true,
    }),
    amount('issued', t('sla:credits.issued'), ({ issuedMinor }) => issuedMinor, {
      card: 'figure',
      sort: 'issued',
      ...total('issued'),
    }),
    became('claimed', ({ claimed, disputed }) => claimed + disputed),
    became('accepted', ({ accepted }) => accepted),
    became('applied', ({ applied }) => applied),
  ];
}

/** What was issued in the house currency, where the list shows it. */
function useHouseColumns(house: Shown['house'], houseTotal: Shown['houseTotal']): Column<Row>[] {
  const { t } = useTranslation();
  if (house === null) return [];
  const inHouse = (minor: number) => <Amount minor={minor} currency={house} named={false} />;
  return [
    {
      key: 'house',
      header: t('sla:credits.house', { currency: house }),
      align: 'end',
      cell: ({ houseMinor }) =>
        houseMinor === null ? t('sla:credits.noRate') : inHouse(houseMinor),
      ...(houseTotal !== null && { total: inHouse(houseTotal) }),
    },
  ];
}

/** Where the credit stands, and until when it may be claimed. */
function useStateColumn(): Column<Row> {
  const { t } = useTranslation();
  const format = useFormat();
  return {
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
  };
}
