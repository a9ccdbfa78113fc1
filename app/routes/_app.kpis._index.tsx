import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { useKpiRange } from '~/components/registers/kpi-range';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { useFormat } from '~/components/use-format';
import { directions, kpiCategories } from '~/kpi/kpi-definition';
import { countKpis, kpiListSpec, listKpis } from '~/kpi/kpi-library-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { nameFor } from '~/shared/named';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, locale, can } = await requirePerson(args, 'vendors.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, kpiListSpec);
  const rows = await listKpis(reader, query, locale);
  return {
    title: t('library:kpi.title'),
    query,
    total: await countKpis(reader, query),
    canWrite: can('library.write'),
    rows: rows.map(({ kpi, sample, terms }) => ({
      ...kpi,
      name: nameFor(kpi, locale),
      sample: sample && nameFor(sample, locale),
      terms,
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function KpiLibrary() {
  const { rows, query, total, title, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const add = canWrite && (
    <ButtonLink href="/kpis/new" look="primary">
      {t('library:kpi.add')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={title} lead={t('library:kpi.lead')} action={add} />
      <RegisterTabs current="kpis" />
      <DataTable
        name="kpis"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/kpis/${id}`}
        query={query}
        total={total}
        searchLabel={t('library:kpi.search')}
        filters={[
          {
            name: 'category',
            label: t('library:kpi.category'),
            options: kpiCategories.map((value) => ({
              value,
              label: t(`common:category.${value}`),
            })),
          },
          {
            name: 'better',
            label: t('library:kpi.better'),
            options: directions.map((value) => ({ value, label: t(`common:better.${value}`) })),
          },
        ]}
        exportHref="/kpis/export"
        empty={<EmptyState title={t('library:kpi.empty')}>{t('library:kpi.emptyHelp')}</EmptyState>}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const range = useKpiRange();
  return [
    { key: 'name', header: t('common:column.name'), sort: 'name', cell: ({ name }) => name },
    { key: 'code', header: t('common:column.code'), sort: 'code', cell: ({ code }) => code },
    { key: 'unit', header: t('common:column.unit'), cell: ({ unit }) => format.unit(unit) },
    {
      key: 'better',
      header: t('library:kpi.betterWhen'),
      cell: ({ better }) => t(`library:kpi.direction.${better}`),
    },
    {
      key: 'category',
      header: t('library:kpi.category'),
      sort: 'category',
      cell: ({ category }) => t(`common:category.${category}`),
    },
    { key: 'range', header: t('library:kpi.range'), cell: range },
    {
      key: 'sample',
      header: t('library:kpi.sample'),
      cell: ({ sample }) => sample,
    },
    {
      key: 'aliases',
      header: t('library:kpi.aliases'),
      hidden: true,
      cell: ({ aliases }) => aliases.join('; '),
    },
    { key: 'terms', header: t('library:kpi.terms'), align: 'end', cell: ({ terms }) => terms },
  ];
}
