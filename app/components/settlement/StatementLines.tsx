import { useTranslation } from 'react-i18next';
import type { SheetLine } from '~/settlement/statement-sheet';
import { formatPeriod } from '~/shared/period';
import { Amount } from '../breach/Amount';
import { DataTable } from '../DataTable';
import { useSheetWords } from './use-sheet-words';

type Props = {
  lines: readonly SheetLine[];
  totalMinor: number;
  currency: string;
  contractId: number;
};

/** A statement line by line; a credit leads to the month that it comes from. */
export function StatementLines({ lines, totalMinor, currency, contractId }: Props) {
  const { t } = useTranslation();
  const words = useSheetWords();
  return (
    <DataTable
      name="statement-lines"
      label={t('settlement:page.lines')}
      rows={lines}
      rowKey={({ key }) => key}
      rowHref={({ kind, period }) =>
        kind === 'credit' ? `/contracts/${contractId}/credits/${formatPeriod(period)}` : null
      }
      columns={[
        { key: 'what', header: t('settlement:column.what'), cell: (line) => words.what(line) },
        {
          key: 'source',
          header: t('settlement:column.source'),
          cell: (line) => words.source(line),
        },
        {
          key: 'amount',
          header: t('common:column.amount'),
          unit: currency,
          align: 'end',
          cell: ({ minor }) =>
            minor === null ? (
              t('common:outcome.no_data')
            ) : (
              <Amount minor={minor} currency={currency} named={false} />
            ),
          total: <Amount minor={totalMinor} currency={currency} named={false} />,
        },
      ]}
      empty={<p>{t('settlement:page.noLines')}</p>}
    />
  );
}
