import { useTranslation } from 'react-i18next';
import type { SaidFinding } from '~/kpi/report-on-page';
import { DataTable, type Column } from '../DataTable';
import { SubmitButton } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { Callout } from '../Notice';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import { FindingList } from './FindingList';
import classes from './reports.module.css';
import { MonthText } from '../texts';

export type PreviewReading = {
  kpi: string;
  period: number;
  market: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  sampleSize: string | null;
};

export type Preview = {
  /** The mapping itself, to be posted again as it was previewed. */
  mapping: string;
  readings: PreviewReading[];
  problems: SaidFinding[];
  newMarkets: string[];
};

/** The first rows as a mapping reads them, and the button that remembers it. */
export function MappingPreview({
  preview,
  action,
  sheet,
}: {
  preview: Preview;
  action: string;
  sheet: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { readings, problems, newMarkets, mapping } = preview;
  return (
    <Section title={t('kpi:mapping.previewTitle')} help={t('kpi:mapping.previewHelp')}>
      {problems.length > 0 && (
        <div className={classes.block}>
          <section className={classes.group}>
            <h3>{t('kpi:mapping.problems')}</h3>
            <FindingList findings={problems} />
          </section>
        </div>
      )}
      {newMarkets.length > 0 && (
        <Callout>
          {t('kpi:mapping.newMarkets', {
            count: newMarkets.length,
            names: format.listed(newMarkets),
          })}
        </Callout>
      )}
      <ReadingTable readings={readings} />
      <div className={classes.remember}>
        <EditForm action={action}>
          <input type="hidden" name="mapping" value={mapping} />
          <input type="hidden" name="sheet" value={sheet} />
          <FormActions>
            <SubmitButton action={action}>{t('kpi:mapping.save')}</SubmitButton>
          </FormActions>
        </EditForm>
      </div>
    </Section>
  );
}

function ReadingTable({ readings }: { readings: readonly PreviewReading[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (value: string | null) =>
    value === null ? null : format.number(value, { maxDigits: 4 });
  const columns: Column<PreviewReading>[] = [
    { key: 'kpi', header: t('common:column.kpi'), cell: ({ kpi }) => kpi },
    {
      key: 'month',
      header: t('kpi:table.month'),
      cell: ({ period }) => <MonthText period={period} />,
    },
    {
      key: 'market',
      header: t('kpi:table.market'),
      cell: ({ market }) => market ?? t('kpi:table.total'),
    },
    {
      key: 'value',
      header: t('kpi:mapping.value'),
      align: 'end',
      cell: ({ value }) => figure(value) ?? '–',
    },
    {
      key: 'numerator',
      header: t('kpi:mapping.numerator'),
      align: 'end',
      cell: ({ numerator }) => figure(numerator),
    },
    {
      key: 'denominator',
      header: t('kpi:mapping.denominator'),
      align: 'end',
      cell: ({ denominator }) => figure(denominator),
    },
    {
      key: 'sample',
      header: t('kpi:mapping.sampleSize'),
      align: 'end',
      cell: ({ sampleSize }) => figure(sampleSize),
    },
  ];
  return (
    <DataTable
      name="mapping-preview"
      label={t('kpi:mapping.previewTitle')}
      columns={columns}
      rows={readings}
      rowKey={({ kpi, period, market }) => `${kpi}|${period}|${market}`}
      empty={<p>{t('kpi:mapping.previewNone')}</p>}
    />
  );
}
