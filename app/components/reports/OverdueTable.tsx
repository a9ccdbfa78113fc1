import { useTranslation } from 'react-i18next';
import type { DueMonth } from '~/kpi/report-due';
import { daysBetween } from '~/shared/calendar';
import { dateInZone } from '~/shared/format';
import { DataTable, type Column } from '../DataTable';
import { DateText, MonthText } from '../texts';
import { useFormat } from '../use-format';
import { DueBadge } from './DueList';
import classes from './reports.module.css';

type Due = DueMonth & {
  contractId: number;
  contractNumber: string;
  timeZone: string;
  vendorId: number;
  vendorName: string;
};

const SHOWN = 5;

/** Reports that did not come, the longest overdue first. */
export function OverdueTable({ due, now }: { due: readonly Due[]; now: string }) {
  const { t } = useTranslation();
  const more = due.slice(SHOWN);
  return (
    <>
      <Table due={due.slice(0, SHOWN)} now={now} />
      {more.length > 0 && (
        <details className={classes.details}>
          <summary>{t('kpi:due.more', { count: more.length })}</summary>
          <Table due={more} now={now} />
        </details>
      )}
    </>
  );
}

function Table({ due, now }: { due: readonly Due[]; now: string }) {
  const { t } = useTranslation();
  const { listed } = useFormat();
  const columns: Column<Due>[] = [
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      cell: ({ vendorName }) => vendorName,
    },
    {
      key: 'month',
      header: t('kpi:due.month'),
      card: 'name',
      cell: ({ period }) => <MonthText period={period} />,
    },
    {
      key: 'contract',
      header: t('common:column.contract'),
      cell: ({ contractId, contractNumber }) => (
        <a href={`/contracts/${contractId}`}>{contractNumber}</a>
      ),
    },
    {
      key: 'state',
      header: t('kpi:due.state'),
      card: 'state',
      cell: (row) => <DueBadge due={row} />,
    },
    {
      key: 'due',
      header: t('kpi:due.dueOn'),
      card: 'figure',
      cell: ({ dueOn }) => <DateText date={dueOn} />,
    },
    {
      key: 'late',
      header: t('kpi:due.daysLateColumn'),
      align: 'end',
      cell: ({ dueOn, timeZone }) =>
        t('kpi:due.daysLate', { count: daysBetween(dueOn, dateInZone(now, timeZone)) }),
    },
    {
      key: 'missing',
      header: t('common:column.kpi'),
      cell: ({ missing }) => listed(missing),
    },
  ];
  return (
    <DataTable
      name="overdue-reports"
      label={t('kpi:due.overdueTitle')}
      columns={columns}
      rows={due}
      rowKey={({ contractId, period }) => `${contractId} ${period}`}
      rowHref={({ vendorId }) => `/vendors/${vendorId}`}
      empty={null}
    />
  );
}
