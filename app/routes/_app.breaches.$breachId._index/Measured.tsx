import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '~/components/DataTable';
import { OutcomeMark } from '~/components/OutcomeMark';
import { Section } from '~/components/Section';
import { DateText, InstantText, MoneyText, NumberText } from '~/components/texts';
import { TrendChart } from '~/components/TrendChart';
import { formatPeriod } from '~/shared/period';
import type { BreachPage } from './load-page.server';

/** The term's months before and after, with their outcomes. */
export function Around({ page }: { page: BreachPage }) {
  const { around, kpi, term, vendor } = page;
  const { t } = useTranslation();
  const shown = around.filter(({ outcome }) => outcome !== 'pending');
  const failed = shown.filter(({ outcome }) => outcome === 'breached').length;
  const total = shown.length;
  const words = { kpi: kpi.name, total };
  const title =
    failed === 0
      ? t('sla:breach.trend.none', words)
      : failed === total
        ? t('sla:breach.trend.all', words)
        : t('sla:breach.trend.some', { ...words, count: failed });
  return (
    <Section title={t('sla:breach.around')}>
      <TrendChart
        title={title}
        points={shown.map(({ period, measured, outcome, severity }) => ({
          period,
          value: measured,
          outcome,
          severity,
        }))}
        target={term.target}
        warnAt={term.warn_at}
        unit={kpi.unit}
        name={`${vendor.code}-${kpi.code}`}
      />
    </Section>
  );
}

type Past = BreachPage['history'][number];

/** Every outcome that the period has had; nothing where there was but one. */
export function History({ page }: { page: BreachPage }) {
  const { history, kpi, term, contract, breach } = page;
  const { t } = useTranslation();
  if (history.length < 2) return null;
  const columns: Column<Past>[] = [
    {
      key: 'at',
      header: t('common:column.date'),
      cell: ({ evaluatedAt }) => <InstantText instant={evaluatedAt} />,
    },
    {
      key: 'asOf',
      header: t('sla:credits.asOf'),
      cell: ({ asOf }) => <DateText date={asOf} />,
    },
    {
      key: 'outcome',
      header: t('common:column.outcome'),
      cell: ({ outcome, severity }) => <OutcomeMark outcome={outcome} severity={severity} />,
    },
    {
      key: 'value',
      header: t('sla:list.measured'),
      align: 'end',
      cell: ({ measured }) =>
        measured !== null && (
          <NumberText
            value={measured}
            target={term.target}
            unit={kpi.unit}
            minDigits={kpi.unit === '%' ? 2 : 0}
          />
        ),
    },
    {
      key: 'credit',
      header: t('sla:list.issued'),
      align: 'end',
      cell: ({ issuedMinor }) => <MoneyText minor={issuedMinor} currency={contract.currency} />,
    },
  ];
  return (
    <Section title={t('sla:breach.history')} help={t('sla:breach.historyHelp')}>
      <DataTable
        name="evaluation-history"
        label={`${t('sla:breach.history')} ${formatPeriod(breach.period)}`}
        columns={columns}
        rows={history}
        rowKey={({ id }) => id}
        empty={null}
      />
    </Section>
  );
}
