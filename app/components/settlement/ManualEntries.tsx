import { useTranslation } from 'react-i18next';
import type { ManualKind, ManualState } from '~/settlement/manual-kind';
import { signedAmount } from '~/settlement/manual-entry';
import type { Period } from '~/shared/period';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { MoneyText } from '../texts';
import { useFormat } from '../use-format';
import { ManualBadge } from './ManualBadge';

type Entry = {
  id: number;
  kind: ManualKind;
  period: Period;
  amountMinor: number;
  currency: string;
  reason: string;
  state: ManualState;
  proposer: string | null;
  decider: string | null;
};

/** The bonuses and penalties that people proposed for a contract, decided or not. */
export function ManualEntries({
  entries,
  contractId,
}: {
  entries: readonly Entry[];
  contractId: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('settlement:manual.section')} help={t('settlement:manual.help')}>
      <DataTable
        name="manual-entries"
        label={t('settlement:manual.section')}
        rows={entries}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/contracts/${contractId}/entries/${id}`}
        columns={[
          {
            key: 'what',
            header: t('settlement:column.what'),
            cell: ({ kind, period }) =>
              t(`settlement:manual.pageTitle.${kind}`, { month: format.month(period) }),
          },
          {
            key: 'reason',
            header: t('settlement:manual.reason'),
            cell: ({ reason }) => reason,
          },
          {
            key: 'proposer',
            header: t('settlement:manual.proposedBy'),
            cell: ({ proposer }) => proposer,
          },
          {
            key: 'decider',
            header: t('settlement:manual.decidedBy'),
            cell: ({ decider }) => decider,
          },
          {
            key: 'state',
            header: t('common:column.status'),
            card: 'state',
            cell: ({ state }) => <ManualBadge state={state} />,
          },
          {
            key: 'amount',
            header: t('common:column.amount'),
            card: 'figure',
            align: 'end',
            cell: ({ kind, amountMinor, currency }) => (
              <MoneyText minor={signedAmount(kind, amountMinor)} currency={currency} />
            ),
          },
        ]}
        empty={<p>{t('settlement:manual.none')}</p>}
      />
    </Section>
  );
}
