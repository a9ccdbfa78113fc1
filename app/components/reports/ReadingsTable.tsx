import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListQuery } from '~/shared/list-query';
import type { ReportCell, ReportKpi, ReportRow, ReportTable } from '~/kpi/report-on-page';
import { nameFor } from '~/shared/named';
import { DataTable, type Column } from '../DataTable';
import { useFormat } from '../use-format';
import classes from './reports.module.css';
import { MonthText } from '../texts';

/** How a cell is named where it is ticked: `OTD_PCT|2023-12||`. */
export type CellName = (row: ReportRow, kpi: ReportKpi) => string;

type Props = {
  table: ReportTable;
  query: ListQuery;
  /** Boxes in the cells, of the form of this id. */
  ticks?: { form: string; name: CellName };
};

/** A report's readings as a table: a row per month and market, a column per KPI with its unit. */
export function ReadingsTable({ table, query, ticks }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasMarkets = table.rows.some(({ market }) => market !== null);
  const hasMonths = new Set(table.rows.map(({ period }) => period)).size > 1;
  const hasServices = table.rows.some(({ service }) => service !== null);
  const marketOf = (row: ReportRow) =>
    row.market === null
      ? t('kpi:table.total')
      : ((format.locale === 'en' ? row.marketEn : row.marketZh) ?? row.market);
  const month: Column<ReportRow> = {
    key: 'month',
    header: t('kpi:table.month'),
    cell: ({ period }) => <MonthText period={period} />,
  };
  const market: Column<ReportRow> = {
    key: 'market',
    header: t('kpi:table.market'),
    cell: marketOf,
  };
  const columns: Column<ReportRow>[] = [
    ...(hasMarkets ? [market, ...(hasMonths ? [month] : [])] : [month]),
    ...(hasServices
      ? [
          {
            key: 'service',
            header: t('kpi:table.service'),
            cell: ({ service }: ReportRow) => service ?? t('common:all'),
          },
        ]
      : []),
    ...table.kpis.map((kpi): Column<ReportRow> => ({
      key: kpi.code,
      header: nameFor(kpi, format.locale),
      unit: format.unitOfFigures(kpi.unit),
      align: 'end',
      cell: (row) => {
        const cell = row.values[kpi.code];
        if (!cell) return null;
        const figure = <Figure cell={cell} isPercent={kpi.unit === '%'} />;
        if (!ticks) return figure;
        const label = t('kpi:review.tickCell', {
          kpi: kpi.code,
          month: format.month(row.period),
          market: marketOf(row),
        });
        return (
          <Tick form={ticks.form} value={ticks.name(row, kpi)} label={label}>
            {figure}
          </Tick>
        );
      },
    })),
  ];
  return (
    <DataTable
      name="report-readings"
      label={t('kpi:draft.preview')}
      columns={columns}
      rows={table.rows}
      rowKey={({ period, market, service }) => `${period}|${market ?? ''}|${service ?? ''}`}
      {...(table.total > table.rows.length && { query, total: table.total })}
      empty={null}
    />
  );
}

type TickProps = { form: string; value: string; label: string; children: ReactNode };

function Tick({ form, value, label, children }: TickProps) {
  return (
    <label className={classes.cell}>
      <input type="checkbox" form={form} name="cell" value={value} aria-label={label} />
      {children}
    </label>
  );
}

/** Percentages line up with two decimals, other figures have up to four; the whole value and its parts on pointing. */
function Figure({ cell, isPercent }: { cell: ReportCell; isPercent: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, numerator, denominator } = cell;
  if (value === null) return <span title={t('kpi:table.empty')}>–</span>;
  const ratio =
    numerator !== null && denominator !== null
      ? t('kpi:table.ratio', {
          numerator: format.number(numerator, { maxDigits: 6 }),
          denominator: format.number(denominator, { maxDigits: 6 }),
        })
      : undefined;
  const exact = format.number(value, { maxDigits: 12 });
  return (
    <span
      className={cell.superseded ? classes.struck : undefined}
      title={[exact, ratio].filter(Boolean).join(' · ')}
    >
      {format.number(value, isPercent ? { minDigits: 2 } : { maxDigits: 4 })}
    </span>
  );
}
