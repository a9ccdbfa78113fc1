import { useTranslation } from 'react-i18next';
import type { Difference, DifferencesOnPage } from '~/kpi/report-on-page';
import { DataTable, type Column } from '../DataTable';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import classes from './reports.module.css';

/** What a correction changes, cell by cell; nothing where the months were not reported before. */
export function Differences({
  differences,
}: {
  differences: DifferencesOnPage | 'too_large' | null;
}) {
  const { t } = useTranslation();
  if (differences === null) return null;
  const help = t('kpi:difference.help');
  if (differences === 'too_large')
    return (
      <Section title={t('kpi:difference.title')} help={help}>
        <p>{t('kpi:difference.tooLarge')}</p>
      </Section>
    );
  const { counts, same, shown, more } = differences;
  return (
    <Section title={t('kpi:difference.title')} help={help}>
      <p>
        {shown.length === 0 ? t('kpi:difference.none') : t('kpi:difference.counts', counts)}
        {shown.length > 0 && same > 0 && ` · ${t('kpi:difference.same', { count: same })}`}
      </p>
      {shown.length > 0 && <DifferenceTable shown={shown} />}
      {more > 0 && <p className={classes.quiet}>{t('kpi:difference.more', { count: more })}</p>}
    </Section>
  );
}

function DifferenceTable({ shown }: { shown: readonly Difference[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (value: string | null, isThere: boolean) =>
    !isThere ? null : value === null ? '–' : format.number(value, { maxDigits: 6 });
  const columns: Column<Difference>[] = [
    { key: 'kpi', header: t('common:column.kpi'), cell: ({ kpi }) => kpi },
    { key: 'month', header: t('kpi:table.month'), cell: ({ period }) => format.month(period) },
    {
      key: 'market',
      header: t('kpi:table.market'),
      cell: ({ market }) => market ?? t('kpi:table.total'),
    },
    { key: 'kind', header: '', cell: ({ kind }) => t(`kpi:difference.kind.${kind}`) },
    {
      key: 'before',
      header: t('kpi:difference.before'),
      align: 'end',
      cell: ({ kind, before }) => figure(before, kind !== 'added'),
    },
    {
      key: 'after',
      header: t('kpi:difference.after'),
      align: 'end',
      cell: ({ kind, after }) => figure(after, kind !== 'left_out'),
    },
  ];
  return (
    <DataTable
      name="report-differences"
      label={t('kpi:difference.title')}
      columns={columns}
      rows={shown}
      rowKey={({ period, market, service, kpi }) => `${period}|${market}|${service}|${kpi}`}
      empty={null}
    />
  );
}
