import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '~/components/DataTable';
import { OutcomeMark } from '~/components/OutcomeMark';
import { Section } from '~/components/Section';
import { DateText, InstantText, MoneyText, MonthText, NumberText } from '~/components/texts';
import { TrendChart } from '~/components/TrendChart';
import { useFormat } from '~/components/use-format';
import { formatPeriod } from '~/shared/period';
import classes from './breach.module.css';
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

type Reading = BreachPage['readings'][number];

/** The figures that the value was computed from, with the report and the row of the file that they came in. */
export function Readings({ page }: { page: BreachPage }) {
  const { readings, evaluation, working, kpi, term } = page;
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (text: string | null) => text && format.number(text, { maxDigits: 4 });
  const columns: Column<Reading>[] = [
    {
      key: 'month',
      header: t('sla:reading.month'),
      cell: ({ period }) => <MonthText period={period} />,
    },
    {
      key: 'value',
      header: t('sla:reading.value'),
      unit: format.unitOfFigures(kpi.unit),
      align: 'end',
      cell: ({ value }) => (value === null ? t('sla:reading.noValue') : figure(value)),
    },
    {
      key: 'numerator',
      header: t('sla:reading.numerator'),
      align: 'end',
      cell: ({ numerator }) => figure(numerator),
    },
    {
      key: 'denominator',
      header: t('sla:reading.denominator'),
      align: 'end',
      cell: ({ denominator }) => figure(denominator),
    },
    ...(readings.every(({ sampleSize, denominator }) => sampleSize === denominator)
      ? []
      : [
          {
            key: 'sample',
            header: t('sla:reading.sample'),
            align: 'end' as const,
            cell: ({ sampleSize }: Reading) => figure(sampleSize),
          },
        ]),
    {
      key: 'report',
      header: t('sla:reading.report'),
      cell: (row) => <a href={`/reports/${row.reportId}`}>{fileWords(row)}</a>,
    },
    ...(readings.every(({ source }) => source === 'vendor_report')
      ? []
      : [
          {
            key: 'source',
            header: t('sla:reading.source'),
            cell: ({ source }: Reading) => t(`common:source.${source}`),
          },
        ]),
    ...(readings.every(({ use }) => use === 'used')
      ? []
      : [
          {
            key: 'use',
            header: t('sla:reading.used'),
            cell: ({ use }: Reading) =>
              use === 'used' ? t('common:yes') : t(`sla:reading.${use}`),
          },
        ]),
  ];
  const value = evaluation.measured;
  return (
    <Section title={t('sla:breach.readings')} help={t('sla:breach.readingsHelp')}>
      {readings.length === 0 ? (
        <p>{t('sla:breach.noReadings')}</p>
      ) : (
        <DataTable
          name="breach-readings"
          label={t('sla:breach.readings')}
          columns={columns}
          rows={readings}
          rowKey={({ id }) => id}
          empty={null}
        />
      )}
      {value !== null && (
        <p className={classes.note}>
          {working.numerator !== null && working.denominator !== null
            ? t('sla:reading.pooled', {
                numerator: format.number(working.numerator, { maxDigits: 4 }),
                denominator: format.number(working.denominator, { maxDigits: 4 }),
                sign: isRounded(value) ? '≈' : '=',
                value: written(value),
              })
            : t(isRounded(value) ? 'sla:reading.rounded' : 'sla:reading.exactly', {
                value: written(value),
              })}
        </p>
      )}
    </Section>
  );

  /** A quotient that does not end is kept with many decimals: to read, four are plenty. */
  function written(measured: string): string {
    return format.againstTarget(measured, term.target, { maxDigits: 4, unit: kpi.unit });
  }

  function isRounded(measured: string): boolean {
    return written(measured) !== format.number(measured, { maxDigits: 20, unit: kpi.unit });
  }

  function fileWords({ fileName, row, channel }: Reading): string {
    if (fileName !== null && row !== null) return t('sla:reading.file', { name: fileName, row });
    if (channel === 'paste' && row !== null) return t('sla:reading.pasted', { row });
    return fileName ?? t('sla:reading.byReport');
  }
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
