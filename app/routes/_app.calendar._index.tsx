import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { comingKinds } from '~/calendar/coming-date';
import { comingDates } from '~/calendar/coming-dates.server';
import { comingRecord } from '~/calendar/coming-record';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { daysBetween, localDate } from '~/shared/calendar';
import { pageWindow, parseListQuery, type ListSpec } from '~/shared/list-query';
import { DateText } from '~/components/texts';

export const meta = pageTitle;

const spec: ListSpec<'date', 'kind' | 'vendor'> = {
  sorts: ['date'],
  defaultSort: 'date',
  filters: { kind: comingKinds, vendor: 'any' },
};

/** Everything that comes up: ends, renewals, notice, reports, certificates and documents. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now, person } = await requirePerson(args, 'contracts.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, spec);
  const all = await comingDates(reader, scope, now);
  const wanted = all.filter(
    ({ kind, vendorId, name, month, vendorName }) =>
      (query.filters.kind.length === 0 || query.filters.kind.includes(kind)) &&
      (query.filters.vendor.length === 0 || query.filters.vendor.includes(String(vendorId))) &&
      `${comingRecord({ kind, name, month }, { t, locale })} ${vendorName}`
        .toLowerCase()
        .includes(query.search.toLowerCase()),
  );
  const { offset, limit } = pageWindow(query);
  const rows = query.dir === 'asc' ? wanted : [...wanted].reverse();
  const isOwn = person.role === 'vendor';
  const vendors = new Map(all.map(({ vendorId, vendorName }) => [vendorId, vendorName]));
  return {
    title: t('contracts:calendar.title'),
    query,
    today: localDate(now, person.timeZone),
    rows: rows
      .slice(offset, offset + limit)
      .map((row) => (isOwn && row.href.startsWith('/vendors/') ? { ...row, href: '/' } : row)),
    total: wanted.length,
    isOwn,
    vendors: isOwn ? [] : [...vendors].map(([id, name]) => ({ value: String(id), label: name })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Calendar() {
  const { title, query, rows, total, vendors, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:calendar.lead')}
        crumbs={[{ label: t(isOwn ? 'contracts:own' : 'contracts:title'), href: '/contracts' }]}
        action={<ButtonLink href="/calendar/feed">{t('contracts:calendar.feed')}</ButtonLink>}
      />
      <DataTable
        name="calendar"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ key }) => key}
        rowHref={({ href }) => href}
        query={query}
        total={total}
        searchLabel={t('contracts:calendar.search')}
        filters={[
          {
            name: 'kind',
            label: t('contracts:calendar.what'),
            options: comingKinds.map((value) => ({
              value,
              label: t(`contracts:calendar.kind.${value}`),
            })),
          },
          ...(vendors.length > 0
            ? [{ name: 'vendor', label: t('common:column.vendor'), options: vendors }]
            : []),
        ]}
        empty={
          <EmptyState title={t('contracts:calendar.empty')}>
            {t('contracts:calendar.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { today, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Row>[] = [
    {
      key: 'date',
      header: t('contracts:calendar.date'),
      sort: 'date',
      cell: ({ date }) => <DateText date={date} />,
    },
    {
      key: 'left',
      header: t('contracts:calendar.left'),
      card: 'figure',
      align: 'end',
      cell: ({ date }) => daysBetween(today, date),
    },
    {
      key: 'kind',
      header: t('contracts:calendar.what'),
      card: 'name',
      cell: ({ kind }) => t(`contracts:calendar.kind.${kind}`),
    },
    {
      key: 'name',
      header: t('contracts:calendar.record'),
      cell: (row) => comingRecord(row, { t, locale: format.locale }),
    },
    { key: 'vendor', header: t('common:column.vendor'), cell: ({ vendorName }) => vendorName },
  ];
  return isOwn ? columns.filter(({ key }) => key !== 'vendor') : columns;
}
