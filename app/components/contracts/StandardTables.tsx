import { useTranslation } from 'react-i18next';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { ConfirmButton } from '../form/ConfirmButton';
import { Section } from '../Section';
import { DateText } from '../texts';
import { useFormat } from '../use-format';

type OverridingMarket = { id: number; name: string; used: number };

/** The markets that override a standard, and how much of the share they have used. */
export function OverridingMarkets(props: {
  rows: readonly OverridingMarket[];
  allowed: number;
  base: string;
}) {
  const { rows, allowed, base } = props;
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const title = t('standards:page.overrides');
  return (
    <Section title={title}>
      <DataTable
        name="standard-markets"
        label={title}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${base}?market=${id}`}
        columns={[
          { key: 'market', header: t('common:column.market'), cell: ({ name }) => name },
          {
            key: 'used',
            header: t('standards:page.used'),
            align: 'end',
            cell: ({ used }) => t('standards:page.shareOf', { allowed: used, terms: allowed }),
          },
        ]}
        empty={<EmptyState title={title} />}
      />
    </Section>
  );
}

type Follower = {
  adoption: { id: number; contractId: number; since: string };
  number: string;
  vendorName: string;
  market: string;
  own: number;
};

/** The contracts that follow a standard, and how many terms each holds as its own. */
export function ContractsOfStandard(props: {
  rows: readonly Follower[];
  standardId: number;
  canWrite: boolean;
}) {
  const { rows, standardId, canWrite } = props;
  const { t } = useTranslation();
  const title = t('standards:page.contracts');
  const detach = t('standards:page.detach');
  return (
    <Section title={title}>
      <DataTable
        name="standard-contracts"
        label={title}
        rows={rows}
        rowKey={({ adoption }) => adoption.id}
        rowHref={({ adoption }) => `/contracts/${adoption.contractId}`}
        columns={[
          { key: 'number', header: t('common:column.contract'), cell: ({ number }) => number },
          {
            key: 'vendor',
            header: t('common:column.vendor'),
            cell: ({ vendorName }) => vendorName,
          },
          { key: 'market', header: t('common:column.market'), cell: ({ market }) => market },
          {
            key: 'since',
            header: t('standards:page.since'),
            cell: ({ adoption }) => <DateText date={adoption.since} />,
          },
          {
            key: 'own',
            header: t('standards:page.own'),
            align: 'end',
            cell: ({ own }) => own,
          },
          ...(canWrite
            ? [
                {
                  key: 'detach',
                  header: detach,
                  cell: ({ adoption }: Follower) => (
                    <ConfirmButton
                      label={detach}
                      action={`/contracts/${adoption.contractId}/standards/${standardId}/detachment`}
                      openLook="quiet"
                    >
                      {t('standards:page.detachHelp')}
                    </ConfirmButton>
                  ),
                },
              ]
            : []),
        ]}
        empty={
          <EmptyState title={t('standards:page.noContracts')}>
            {t('standards:page.noContractsHelp')}
          </EmptyState>
        }
      />
    </Section>
  );
}

type Run = {
  id: number;
  kind: 'apply' | 'change';
  effectiveFrom: string;
  reason: string;
  createdAt: string;
  by: string | null;
  contracts: number;
  refused: number;
};

/** When a standard was carried to contracts, and how many refused it. */
export function RunsOfStandard({ rows, base }: { rows: readonly Run[]; base: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows.length === 0) return null;
  const title = t('standards:page.runs');
  return (
    <Section title={title}>
      <DataTable
        name="standard-runs"
        label={title}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${base}/runs/${id}`}
        columns={[
          {
            key: 'at',
            header: t('common:column.date'),
            cell: ({ createdAt }) => format.instant(createdAt),
          },
          {
            key: 'kind',
            header: t('common:column.status'),
            cell: ({ kind }) => t(`standards:run.kind.${kind}`),
          },
          {
            key: 'from',
            header: t('standards:apply.from'),
            cell: ({ effectiveFrom }) => <DateText date={effectiveFrom} />,
          },
          { key: 'reason', header: t('common:column.reason'), cell: ({ reason }) => reason },
          { key: 'by', header: t('common:column.who'), cell: ({ by }) => by },
          {
            key: 'contracts',
            header: t('standards:field.contracts'),
            align: 'end',
            cell: ({ contracts }) => contracts,
          },
          {
            key: 'refused',
            header: t('standards:run.refused'),
            align: 'end',
            cell: ({ refused }) => refused,
          },
        ]}
        empty={<EmptyState title={title} />}
      />
    </Section>
  );
}
