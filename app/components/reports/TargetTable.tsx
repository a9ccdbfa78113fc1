import { useTranslation } from 'react-i18next';
import { measureName } from '~/actions/measure';
import type { ReportTarget } from '~/kpi/report-on-page';
import { DataTable, type Column } from '../DataTable';
import { OutcomeMark } from '../OutcomeMark';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import { Sparkline } from './Sparkline';
import classes from './reports.module.css';

/** The report beside what was promised: value, target, the last year, and what others say. */
export function TargetTable({
  targets,
  hasOthers,
}: {
  targets: readonly ReportTarget[];
  hasOthers: boolean;
}) {
  const { t } = useTranslation();
  const columns = useColumns(hasOthers && targets.some(({ others }) => others.length > 0));
  if (targets.length === 0)
    return (
      <Section title={t('kpi:review.targets')}>
        <p className={classes.quiet}>{t('kpi:review.noTerms')}</p>
      </Section>
    );
  return (
    <Section title={t('kpi:review.targets')} help={t('kpi:review.targetsHelp')}>
      <DataTable
        name="report-targets"
        label={t('kpi:review.targets')}
        columns={columns}
        rows={targets}
        rowKey={({ key }) => key}
        empty={null}
      />
    </Section>
  );
}

function useColumns(hasOthers: boolean): Column<ReportTarget>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<ReportTarget>[] = [
    {
      key: 'kpi',
      header: t('common:column.kpi'),
      cell: ({ measure }) => measureName(measure, { t, locale: format.locale }),
    },
    {
      key: 'contract',
      header: t('common:column.contract'),
      cell: ({ contract, contractId }) => (
        <a href={`/contracts/${contractId}`} className={classes.whole}>
          {contract}
        </a>
      ),
    },
    {
      key: 'target',
      header: t('kpi:review.target'),
      align: 'end',
      cell: ({ operator, target, unit }) =>
        `${t(`common:operator.${operator}`)} ${format.number(target, { unit, maxDigits: 4 })}`,
    },
    {
      key: 'reported',
      header: t('kpi:review.reported'),
      align: 'end',
      cell: (target) => <Reported target={target} />,
    },
    {
      key: 'year',
      header: t('kpi:review.year'),
      cell: (target) => <Sparkline target={target} />,
    },
  ];
  const others: Column<ReportTarget> = {
    key: 'others',
    header: t('kpi:review.others'),
    cell: ({ others, unit }) =>
      others
        .map(
          ({ source, period, value }) =>
            `${t(`common:source.${source}`)}, ${format.month(period)}: ${value === null ? '–' : format.number(value, { unit, maxDigits: 4 })}`,
        )
        .join('; '),
  };
  return hasOthers ? [...columns, others] : columns;
}

function Reported({ target }: { target: ReportTarget }) {
  const format = useFormat();
  const months = target.months.filter(({ reported }) => reported);
  return (
    <span className={classes.standing}>
      {months.map(({ period, value, standing }) => (
        <span key={period} className={classes.cell}>
          {months.length > 1 && <span className={classes.quiet}>{format.month(period)}</span>}
          {value === null ? '–' : format.againstTarget(value, target.target, { unit: target.unit })}
          {standing && <OutcomeMark outcome={standing} label={false} />}
        </span>
      ))}
    </span>
  );
}
