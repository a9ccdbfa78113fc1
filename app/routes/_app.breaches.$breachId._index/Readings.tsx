import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '~/components/DataTable';
import { Section } from '~/components/Section';
import { MonthText, NumberText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { commonDecimals } from '~/shared/plain-decimal';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

type Reading = BreachPage['readings'][number];
type Figure = 'value' | 'numerator' | 'denominator' | 'sampleSize';

const MOST_DECIMALS = 4;

/** The figures that the value was computed from, with the report and the row of the file that they came in. */
export function Readings({ page }: { page: BreachPage }) {
  const { readings, evaluation } = page;
  const { t } = useTranslation();
  const columns = useReadingColumns(page);
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
      {evaluation.measured !== null && <Measured value={evaluation.measured} page={page} />}
    </Section>
  );
}

/** How the value came of its figures: the quotient, rounded where it does not end. */
function Measured({ value, page }: { value: string; page: BreachPage }) {
  const { working, kpi, term } = page;
  const { t } = useTranslation();
  const format = useFormat();
  // A quotient that does not end is kept with many decimals: to read, four are plenty.
  const written = format.againstTarget(value, term.target, { maxDigits: 4, unit: kpi.unit });
  const isRounded = written !== format.number(value, { maxDigits: 20, unit: kpi.unit });
  return (
    <p className={classes.note}>
      {working.numerator !== null && working.denominator !== null
        ? t('sla:reading.pooled', {
            numerator: format.number(working.numerator, { maxDigits: 4 }),
            denominator: format.number(working.denominator, { maxDigits: 4 }),
            sign: isRounded ? '≈' : '=',
            value: written,
          })
        : t(isRounded ? 'sla:reading.rounded' : 'sla:reading.exactly', {
            value: written,
          })}
    </p>
  );
}

/** What every reading tells, and of sample, source and use what differs among these. */
function useReadingColumns({ readings, kpi }: BreachPage): Column<Reading>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const column = (name: Figure) => {
    const written = readings.map((reading) => reading[name]);
    const minDigits = commonDecimals(written, MOST_DECIMALS);
    return ({ [name]: text }: Reading) =>
      text && <NumberText value={text} maxDigits={MOST_DECIMALS} minDigits={minDigits} />;
  };
  const value = column('value');
  const whence = useWhenceColumns(readings);
  return [
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
      cell: (row) => value(row) ?? t('sla:reading.noValue'),
    },
    {
      key: 'numerator',
      header: t('sla:reading.numerator'),
      align: 'end',
      cell: column('numerator'),
    },
    {
      key: 'denominator',
      header: t('sla:reading.denominator'),
      align: 'end',
      cell: column('denominator'),
    },
    ...(readings.every(({ sampleSize, denominator }) => sampleSize === denominator)
      ? []
      : [
          {
            key: 'sample',
            header: t('sla:reading.sample'),
            align: 'end' as const,
            cell: column('sampleSize'),
          },
        ]),
    ...whence,
  ];
}

/** Where a reading came from, and whether it counted. */
function useWhenceColumns(readings: readonly Reading[]): Column<Reading>[] {
  const { t } = useTranslation();
  const fileWords = ({ fileName, row, channel }: Reading): string => {
    if (fileName !== null && row !== null) return t('sla:reading.file', { name: fileName, row });
    if (channel === 'paste' && row !== null) return t('sla:reading.pasted', { row });
    return fileName ?? t('sla:reading.byReport');
  };
  return [
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
}
