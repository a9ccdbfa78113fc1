import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ContractTabs } from '~/components/contracts/ContractTabs';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { listStandards } from '~/contracts/standard-queries.server';
import { nameFor } from '~/shared/named';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, can } = await requirePerson(args, 'standards.read');
  const rows = await listStandards(reader, scope);
  return {
    title: t('standards:title'),
    canWrite: can('contracts.write'),
    rows: rows.map(({ standard, marketEn, marketZh, ...counts }) => ({
      ...counts,
      ...{ id: standard.id, code: standard.code, source: standard.source },
      name: nameFor(standard, locale),
      market: locale === 'en' ? marketEn : marketZh,
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Standards() {
  const { title, rows, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const add = canWrite && (
    <ButtonLink href="/standards/new" look="primary">
      {t('standards:add')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={title} lead={t('standards:lead')} action={add} />
      <ContractTabs current="standards" />
      <DataTable
        name="standards"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/standards/${id}`}
        empty={<EmptyState title={t('standards:empty')}>{t('standards:emptyHelp')}</EmptyState>}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    { key: 'name', header: t('common:column.name'), cell: ({ name }) => name },
    { key: 'code', header: t('common:column.code'), card: 'name', cell: ({ code }) => code },
    {
      key: 'market',
      header: t('standards:field.market'),
      card: 'name',
      cell: ({ market }) => market,
    },
    {
      key: 'terms',
      header: t('standards:field.terms'),
      align: 'end',
      cell: ({ terms }) => terms,
    },
    {
      key: 'overrides',
      header: t('standards:field.overrides'),
      align: 'end',
      cell: ({ overrides }) => overrides,
    },
    {
      key: 'contracts',
      header: t('standards:field.contracts'),
      align: 'end',
      cell: ({ contracts }) => contracts,
    },
    { key: 'source', header: t('standards:field.source'), cell: ({ source }) => source },
  ];
}
