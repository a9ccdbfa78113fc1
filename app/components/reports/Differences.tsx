import { useTranslation } from 'react-i18next';
import type { Difference, DifferencesOnPage } from '~/kpi/report-on-page';
import { DataTable, type Column } from '../DataTable';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import classes from './reports.module.css';
import { MonthText } from '../texts';

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
  const of = (kind: Difference['kind']) => shown.filter((each) => each.kind === kind);
  return (
    <Section title={t('kpi:difference.title')} help={help}>
      <p>
        {shown.length === 0 ? t('kpi:difference.none') : t('kpi:difference.counts', counts)}
        {shown.length > 0 && same > 0 && ` · ${t('kpi:difference.same', { count: same })}`}
      </p>
      {counts.changed > 0 && <DifferenceTable kind="changed" shown={of('changed')} />}
      {(['added', 'left_out'] as const).map((kind) => (
        <Folded key={kind} kind={kind} count={counts[kind]} shown={of(kind)} />
      ))}
      {more > 0 && <p className={classes.quiet}>{t('kpi:difference.more', { count: more })}</p>}
    </Section>
  );
}

type TableProps = { kind: Difference['kind']; shown: readonly Difference[] };

/** What is new or goes on standing: of less weight than what changes. */
function Folded({ kind, count, shown }: TableProps & { count: number }) {
  const { t } = useTranslation();
  if (shown.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>
        {t(`kpi:difference.kind.${kind}`)} <span className={classes.count}>{count}</span>
      </summary>
      <DifferenceTable kind={kind} shown={shown} />
    </details>
  );
}

function DifferenceTable({ kind, shown }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (value: string | null) =>
    value === null ? '–' : format.number(value, { maxDigits: 6 });
  const before: Column<Difference> = {
    key: 'before',
    header: t('kpi:difference.before'),
    align: 'end',
    cell: (each) => figure(each.before),
  };
  const after: Column<Difference> = {
    key: 'after',
    header: t('kpi:difference.after'),
    align: 'end',
    cell: (each) => figure(each.after),
  };
  const columns: Column<Difference>[] = [
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
    ...(kind === 'added' ? [] : [before]),
    ...(kind === 'left_out' ? [] : [after]),
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
