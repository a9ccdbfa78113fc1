import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { PageHeader } from '~/components/PageHeader';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { parseListQuery } from '~/shared/list-query';
import { nameFor } from '~/shared/named';
import { certificateName } from '~/vendors/certificate-name';
import { countServices, listServices, serviceListSpec } from '~/vendors/library-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, can } = await requirePerson(args, 'vendors.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, serviceListSpec);
  const rows = await listServices(reader, scope, query, locale);
  return {
    title: t('library:service.title'),
    query,
    total: await countServices(reader, query),
    canWrite: can('library.write'),
    rows: rows.map(({ service, vendors, markets }) => ({
      ...service,
      name: nameFor(service, locale),
      vendors: vendors ?? 0,
      markets: markets ?? 0,
    })),
  };
}

export default function Services() {
  const { rows, query, total, title, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const add = canWrite && (
    <ButtonLink href="/services/new" look="primary">
      {t('library:service.add')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={title} lead={t('library:service.lead')} action={add} />
      <RegisterTabs current="services" />
      <DataTable
        name="services"
        label={title}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id, code }) =>
          canWrite ? `/services/${id}` : `/vendors?service=${encodeURIComponent(code)}`
        }
        query={query}
        total={total}
        searchLabel={t('library:service.search')}
        empty={
          <EmptyState title={t('library:service.empty')}>
            {t('library:service.emptyHelp')}
          </EmptyState>
        }
        columns={useColumns()}
      />
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'name', header: t('common:column.name'), sort: 'name', cell: ({ name }) => name },
    { key: 'code', header: t('common:column.code'), sort: 'code', cell: ({ code }) => code },
    {
      key: 'certificates',
      header: t('library:service.certificates'),
      cell: ({ requiredCertificates }) =>
        requiredCertificates.length === 0
          ? t('library:service.noneRequired')
          : format.list(requiredCertificates.map((kind) => certificateName(kind, t))),
    },
    {
      key: 'recovery',
      header: t('library:service.recovery'),
      unit: t('library:service.days'),
      align: 'end',
      sort: 'recovery',
      cell: ({ recoveryDays }) => recoveryDays,
    },
    {
      key: 'vendors',
      header: t('library:service.vendors'),
      align: 'end',
      cell: ({ vendors }) => vendors,
    },
    {
      key: 'markets',
      header: t('library:service.markets'),
      align: 'end',
      cell: ({ markets }) => markets,
    },
  ];
}
