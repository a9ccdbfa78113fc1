import { useTranslation } from 'react-i18next';
import type { Period } from '~/shared/period';
import type { Column } from './DataTable';
import { MonthText } from './texts';

/** The first columns of a list of months: whose and which; a vendor's own list leaves out its name. */
export function useVendorMonthColumns<Row extends { vendorName: string; period: Period }>(
  isOwn: boolean,
): Column<Row>[] {
  const { t } = useTranslation();
  const period: Column<Row> = {
    key: 'period',
    header: t('common:column.period'),
    card: 'name',
    sort: 'period',
    cell: (row) => <MonthText period={row.period} />,
  };
  if (isOwn) return [period];
  return [
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      sort: 'vendor',
      cell: ({ vendorName }) => vendorName,
    },
    period,
  ];
}
