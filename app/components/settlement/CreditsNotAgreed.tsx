import { useTranslation } from 'react-i18next';
import { formatPeriod, type Period } from '~/shared/period';
import { Amount } from '../breach/Amount';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { MonthText } from '../texts';

type Props = {
  open: readonly {
    period: Period;
    state: 'calculated' | 'claimed' | 'disputed';
    minor: number;
  }[];
  currency: string;
  contractId: number;
};

/** Credits that are not agreed and therefore on no statement yet. */
export function CreditsNotAgreed({ open, currency, contractId }: Props) {
  const { t } = useTranslation();
  return (
    <Section title={t('settlement:page.open')} help={t('settlement:page.openHelp')}>
      <DataTable
        name="statement-open"
        label={t('settlement:page.open')}
        rows={open}
        rowKey={({ period, state }) => `${period}/${state}`}
        rowHref={({ period }) => `/contracts/${contractId}/credits/${formatPeriod(period)}`}
        columns={[
          {
            key: 'period',
            header: t('common:column.period'),
            card: 'name',
            cell: ({ period }) => <MonthText period={period} />,
          },
          {
            key: 'state',
            header: t('common:column.status'),
            card: 'state',
            cell: ({ state }) => t(`common:creditState.${state}`),
          },
          {
            key: 'amount',
            header: t('common:column.amount'),
            card: 'figure',
            unit: currency,
            align: 'end',
            cell: ({ minor }) => <Amount minor={minor} currency={currency} named={false} />,
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
