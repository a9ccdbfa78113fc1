import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { ButtonLink } from '~/components/form/buttons';
import { IconUpload } from '~/components/icons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { DueList } from '~/components/reports/DueList';
import { OverdueTable } from '~/components/reports/OverdueTable';
import { ReportBadge } from '~/components/reports/ReportBadge';
import { useMonths } from '~/components/reports/use-months';
import { Section } from '~/components/Section';
import { InstantText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { vendorChoices } from '~/contracts/library-queries.server';
import { withNamesOfMissing } from '~/kpi/code-names.server';
import { reportsDue } from '~/kpi/due-queries.server';
import { todayIn } from '~/shared/today';
import { listedStates } from '~/kpi/report';
import { isOutstanding } from '~/kpi/report-due';
import {
  countReports,
  listReports,
  reportListSpec,
  type ReportListRow,
} from '~/kpi/report-queries.server';
import { readingSources } from '~/kpi/reading';
import { parseListQuery } from '~/shared/list-query';
import { formatPeriod, periodOfDate, periodsBetween } from '~/shared/period';

export const meta = pageTitle;

/** Months that the filter offers, back from this one. */
const MONTHS_OFFERED = 24;

/** A vendor's reports are cards on a phone: a year of them at a time. */
const OWN_PAGE = 12;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now, person, can } = await requirePerson(args, 'reports.read');
  const isOwn = person.role === 'vendor';
  const spec = isOwn ? { ...reportListSpec, pageSize: OWN_PAGE } : reportListSpec;
  const query = parseListQuery(new URL(args.request.url).searchParams, spec);
  const found = await reportsDue(reader, scope, todayIn(now));
  const due = await withNamesOfMissing(reader, locale, found);
  const latest = periodOfDate(now.toISOString().slice(0, 10));
  return {
    title: t(isOwn ? 'kpi:own' : 'kpi:title'),
    isOwn,
    canSend: can('reports.submit'),
    query,
    rows: await listReports(reader, scope, query),
    total: await countReports(reader, scope, query),
    due: isOwn ? [...due].reverse() : [],
    overdue: isOwn ? [] : due.filter((each) => each.time === 'overdue' && isOutstanding(each)),
    now: now.toISOString(),
    vendors: isOwn ? [] : await vendorChoices(reader, scope),
    periods: periodsBetween(latest - MONTHS_OFFERED, latest).reverse(),
  };
}

export default function Reports() {
  const { title, isOwn, canSend, query, rows, total, due, overdue, now } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const send = canSend && (
    <ButtonLink href="/reports/new" look="primary" icon={<IconUpload size={16} aria-hidden />}>
      {t('kpi:send')}
    </ButtonLink>
  );
  const list = (
    <DataTable
      name={isOwn ? 'own-reports' : 'reports'}
      label={title}
      columns={useColumns(isOwn)}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/reports/${id}`}
      query={query}
      total={total}
      searchLabel={t(isOwn ? 'kpi:list.searchOwn' : 'kpi:list.search')}
      filters={useFilters()}
      exportHref="/reports/export"
      empty={
        <EmptyState title={t('kpi:list.empty')} action={send}>
          {t(isOwn ? 'kpi:list.emptyOwn' : 'kpi:list.emptyHelp')}
        </EmptyState>
      }
    />
  );
  return (
    <>
      <PageHeader title={title} lead={t(isOwn ? 'kpi:ownLead' : 'kpi:lead')} action={send} />
      {isOwn && (
        <Section title={t('kpi:due.title')} help={t('kpi:due.zone')}>
          <DueList due={due} />
        </Section>
      )}
      {overdue.length > 0 && (
        <Section title={t('kpi:due.overdueTitle')} help={t('kpi:due.overdueHelp')}>
          <OverdueTable due={overdue} now={now} />
        </Section>
      )}
      {isOwn || overdue.length > 0 ? (
        <Section title={t(isOwn ? 'kpi:list.sent' : 'kpi:list.all')}>{list}</Section>
      ) : (
        list
      )}
    </>
  );
}

function useColumns(isOwn: boolean): Column<ReportListRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useMonths();
  const vendor: Column<ReportListRow> = {
    key: 'vendor',
    header: t('common:column.vendor'),
    sort: 'vendor',
    cell: ({ vendorName }) => vendorName,
  };
  const month: Column<ReportListRow> = {
    key: 'months',
    header: t('kpi:page.months'),
    card: 'name',
    sort: 'period',
    cell: (row) => months(row),
  };
  return [
    ...(isOwn ? [month] : [vendor, month]),
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      sort: 'waiting',
      cell: ({ state, errorCount }) => <ReportBadge state={state} errorCount={errorCount} />,
    },
    {
      key: 'source',
      header: t('common:column.source'),
      cell: ({ source }) => t(`common:source.${source}`),
      hidden: true,
    },
    {
      key: 'readings',
      header: t('kpi:list.readings'),
      align: 'end',
      cell: ({ readingCount, errorCount }) =>
        errorCount > 0
          ? t('kpi:list.errorCount', { count: errorCount })
          : format.number(readingCount),
    },
    {
      key: 'warnings',
      header: t('kpi:list.warnings'),
      align: 'end',
      cell: ({ warningCount }) => format.number(warningCount),
    },
    {
      key: 'sent',
      header: t('kpi:list.sentAt'),
      card: 'figure',
      sort: 'sent',
      cell: ({ submittedAt }) => submittedAt && <InstantText instant={submittedAt} />,
    },
    {
      key: 'file',
      header: t('kpi:list.file'),
      cell: ({ fileName }) => fileName,
    },
    {
      key: 'received',
      header: t('kpi:list.receivedAt'),
      sort: 'received',
      cell: ({ createdAt }) => <InstantText instant={createdAt} />,
      hidden: true,
    },
  ];
}

function useFilters(): Filter[] {
  const { vendors, periods, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const filters: Filter[] = [
    {
      name: 'state',
      label: t('common:column.status'),
      options: listedStates.map((value) => ({ value, label: t(`kpi:state.${value}`) })),
    },
    {
      name: 'vendor',
      label: t('common:column.vendor'),
      options: vendors.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'period',
      label: t('kpi:due.month'),
      options: periods.map((period) => ({
        value: formatPeriod(period),
        label: format.month(period),
      })),
    },
    {
      name: 'source',
      label: t('common:column.source'),
      options: isOwn
        ? []
        : readingSources.map((value) => ({ value, label: t(`common:source.${value}`) })),
    },
  ];
  return filters.filter(({ options }) => options.length > 1);
}
