import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { VendorBadge } from '~/components/registers/VendorBadge';
import { useFormat } from '~/components/use-format';
import { vendorsDue } from '~/desk/due-lists.server';
import { countryName } from '~/shared/country-codes';
import { parseListQuery } from '~/shared/list-query';
import { nameFor, nameOrCode } from '~/shared/named';
import { marketChoices, serviceChoices } from '~/vendors/library-queries.server';
import { tiers } from '~/vendors/tier';
import { vendorStatuses } from '~/vendors/vendor';
import {
  pageOfVendors,
  servicesOfVendors,
  vendorCountries,
  vendorDues,
  vendorListSpec,
} from '~/vendors/vendor-queries.server';
import { openCasesOf } from '~/vendors/vendor-record-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, can, now, person } = await requirePerson(args, 'vendors.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, vendorListSpec);
  const among = await vendorsDue(reader, scope, {
    asked: query.filters.due,
    today: dayOf(now),
    personId: person.id,
  });
  const { rows, total } = await pageOfVendors(reader, scope, query, among);
  const ids = rows.map(({ id }) => id);
  const offered = await servicesOfVendors(reader, ids);
  const openCases = await openCasesOf(reader, ids);
  const named = ({ code, nameEn, nameZh }: { code: string; nameEn: string; nameZh: string }) => ({
    value: code,
    label: nameOrCode({ nameEn, nameZh, code }, locale),
  });
  return {
    title: t('vendors:title'),
    query,
    total,
    dues: vendorDues,
    canRegister: can('vendors.write'),
    canImport: can('vendors.import'),
    countries: (await vendorCountries(reader, scope)).map((code) => ({
      value: code,
      label: countryName(code, locale),
    })),
    services: (await serviceChoices(reader)).map(named),
    markets: (await marketChoices(reader, scope)).map(named),
    rows: rows.map((row) => ({
      ...row,
      country: row.country && countryName(row.country, locale),
      services: (offered.get(row.id) ?? []).map((service) => nameFor(service, locale)),
      openCases: openCases.get(row.id) ?? 0,
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Vendors() {
  const { rows, query, total, title, canRegister, canImport } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const register = canRegister && (
    <ButtonLink href="/vendors/new" look="primary">
      {t('vendors:list.register')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t('vendors:lead')}
        also={
          <>
            {canImport && (
              <ButtonLink href="/vendors/import">{t('diligence:import.title')}</ButtonLink>
            )}
            {canRegister && (
              <ButtonLink href="/vendors/invitation">{t('invitation:open')}</ButtonLink>
            )}
          </>
        }
        action={register}
      />
      <RegisterTabs current="vendors" />
      <DataTable
        name="vendors"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/vendors/${id}`}
        query={query}
        total={total}
        searchLabel={t('vendors:list.search')}
        filters={useFilters()}
        exportHref="/vendors/export"
        empty={
          <EmptyState title={t('vendors:list.empty')}>{t('vendors:list.emptyHelp')}</EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const { listed } = useFormat();
  return [
    { key: 'name', header: t('common:column.name'), sort: 'name', cell: ({ name }) => name },
    {
      key: 'code',
      header: t('common:column.code'),
      sort: 'code',
      cell: ({ code }) => code,
    },
    {
      key: 'status',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ status }) => (
        <VendorBadge status={status} word={t(`common:vendorState.${status}`)} />
      ),
    },
    {
      key: 'tier',
      header: t('common:column.tier'),
      cell: ({ tier }) => tier && t(`common:tier.${tier}`),
    },
    {
      key: 'country',
      header: t('common:column.country'),
      sort: 'country',
      cell: ({ country }) => country,
    },
    { key: 'group', header: t('common:column.parent'), cell: ({ group }) => group },
    {
      key: 'services',
      header: t('vendors:list.services'),
      cell: ({ services }) => listed(services),
    },
    {
      key: 'cases',
      header: t('vendors:list.cases'),
      card: 'figure',
      align: 'end',
      cell: ({ openCases }) => (openCases > 0 ? openCases : null),
    },
  ];
}

function useFilters(): Filter[] {
  const { countries, services, markets, dues } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    {
      name: 'status',
      label: t('common:column.status'),
      options: vendorStatuses.map((value) => ({ value, label: t(`common:vendorState.${value}`) })),
    },
    {
      name: 'tier',
      label: t('common:column.tier'),
      options: tiers.map((value) => ({ value, label: t(`common:tier.${value}`) })),
    },
    { name: 'country', label: t('common:column.country'), options: countries },
    { name: 'service', label: t('common:column.service'), options: services },
    { name: 'market', label: t('common:column.market'), options: markets },
    {
      name: 'due',
      label: t('desk:waiting'),
      options: dues.map((value) => ({ value, label: t(`desk:kind.${value}`) })),
    },
  ];
}
