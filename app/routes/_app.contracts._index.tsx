import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { CompanyTabs } from '~/components/company/CompanyTabs';
import { ContractBadge } from '~/components/contracts/ContractBadge';
import { ContractTabs } from '~/components/contracts/ContractTabs';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { DateText, MoneyText } from '~/components/texts';
import { contractStandings, standingOn } from '~/contracts/contract';
import {
  contractCurrencies,
  contractDues,
  contractListSpec,
  countContracts,
  listContracts,
} from '~/contracts/contract-queries.server';
import { vendorChoices } from '~/contracts/library-queries.server';
import { contractsDue } from '~/desk/due-lists.server';
import { pageWindow, parseListQuery } from '~/shared/list-query';
import { nameOrCode } from '~/shared/named';
import { serviceChoices } from '~/vendors/library-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now, person, can } = await requirePerson(
    args,
    'contracts.read',
  );
  const today = dayOf(now);
  const query = parseListQuery(new URL(args.request.url).searchParams, contractListSpec);
  const asked = query.filters.due;
  const among = await contractsDue(reader, scope, { asked, today, personId: person.id });
  const isOwn = person.role === 'vendor';
  return {
    title: t(isOwn ? 'contracts:own' : 'contracts:title'),
    query,
    isOwn,
    canWrite: can('contracts.write'),
    rows: (await listContracts(reader, scope, query, today, pageWindow(query), among)).map(
      (row) => ({
        ...row,
        standing: standingOn(row, today),
      }),
    ),
    total: await countContracts(reader, scope, query, today, among),
    dues: isOwn ? [] : contractDues,
    currencies: await contractCurrencies(reader, scope),
    vendors: isOwn ? [] : await vendorChoices(reader, scope),
    services: (isOwn ? [] : await serviceChoices(reader)).map(({ code, nameEn, nameZh }) => ({
      value: code,
      label: nameOrCode({ nameEn, nameZh, code }, locale),
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Contracts() {
  const { rows, query, total, title, canWrite, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const create = canWrite && (
    <ButtonLink href="/contracts/new" look="primary">
      {t('contracts:list.create')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t(isOwn ? 'contracts:ownLead' : 'contracts:lead')}
        action={create}
        also={<ButtonLink href="/calendar">{t('contracts:calendar.title')}</ButtonLink>}
      />
      {isOwn && <CompanyTabs current="contracts" />}
      {!isOwn && <ContractTabs current="contracts" />}
      <DataTable
        name="contracts"
        label={title}
        columns={useColumns(isOwn)}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/contracts/${id}`}
        query={query}
        total={total}
        searchLabel={t(isOwn ? 'contracts:list.searchOwn' : 'contracts:list.search')}
        filters={useFilters()}
        exportHref="/contracts/export"
        empty={
          <EmptyState title={t('contracts:list.empty')} action={create}>
            {t(isOwn ? 'contracts:list.emptyOwn' : 'contracts:list.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(isOwn: boolean): Column<Row>[] {
  const { t } = useTranslation();
  const vendor: Column<Row> = {
    key: 'vendor',
    header: t('common:column.vendor'),
    sort: 'vendor',
    cell: ({ vendorName }) => vendorName,
  };
  return [
    { key: 'number', header: t('common:column.number'), sort: 'number', cell: (row) => row.number },
    {
      key: 'title',
      header: t('contracts:field.title'),
      card: 'name',
      sort: 'title',
      cell: (row) => row.title,
    },
    ...(isOwn ? [] : [vendor]),
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ standing }) => <ContractBadge standing={standing} />,
    },
    {
      key: 'starts',
      header: t('common:column.starts'),
      sort: 'starts',
      cell: ({ startsOn }) => <DateText date={startsOn} />,
    },
    {
      key: 'ends',
      header: t('common:column.ends'),
      sort: 'ends',
      cell: ({ endsOn, terminatedOn }) => {
        const last = terminatedOn ?? endsOn;
        return last === null ? t('contracts:openEnd') : <DateText date={last} />;
      },
    },
    {
      key: 'fee',
      header: t('contracts:monthlyFee'),
      card: 'figure',
      align: 'end',
      cell: ({ feeMinor, hasMonthlyFees, currency }) =>
        feeMinor !== null ? (
          <MoneyText minor={feeMinor} currency={currency} />
        ) : hasMonthlyFees ? (
          t('contracts:feeByMonth', { currency })
        ) : (
          t('common:notSet')
        ),
    },
    {
      key: 'terms',
      header: t('contracts:slaTerms'),
      align: 'end',
      cell: ({ terms }) => terms,
    },
  ];
}

function useFilters(): Filter[] {
  const { currencies, vendors, services, dues } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const filters: Filter[] = [
    {
      name: 'state',
      label: t('common:column.status'),
      options: contractStandings.map((value) => ({
        value,
        label: t(`common:contractState.${value}`),
      })),
    },
    { name: 'service', label: t('common:column.service'), options: services },
    {
      name: 'vendor',
      label: t('common:column.vendor'),
      options: vendors.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'currency',
      label: t('common:column.currency'),
      options: currencies.map((value) => ({ value, label: value })),
    },
    {
      name: 'due',
      label: t('desk:waiting'),
      options: dues.map((value) => ({ value, label: t(`desk:kind.${value}`) })),
    },
  ];
  return filters.filter(({ options }) => options.length > 1);
}
