import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { isLocked } from '~/auth/lock-out';
import {
  countPeople,
  listPeople,
  peopleListSpec,
  personChoices,
} from '~/auth/people-queries.server';
import { roles } from '~/auth/permission';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import type { Filter } from '~/components/FilterBar';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { PersonState } from '~/components/people/PersonState';
import { useReach } from '~/components/people/use-reach';
import { languageNames } from '~/locales/languages';
import { machineClock } from '~/shared/clock';
import { parseListQuery } from '~/shared/list-query';
import { zoneName } from '~/shared/zone-name';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, can, locale } = await requirePerson(args, 'people.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, peopleListSpec);
  const [rows, total, choices] = await Promise.all([
    listPeople(reader, scope, query),
    countPeople(reader, scope, query),
    personChoices(reader, scope),
  ]);
  const now = machineClock.now();
  return {
    title: t('people:title'),
    query,
    total,
    rows: rows.map((row) => ({
      ...row,
      zone: zoneName(row.timeZone, locale),
      locked: isLocked(row, now) ? row.lockedUntil : null,
    })),
    vendors: choices.vendors,
    mayManage: can('people.manage'),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function People() {
  const { query, total, rows, vendors, mayManage } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('people:title')}
        lead={t('people:lead')}
        crumbs={[{ label: t('nav:administration'), href: '/administration' }]}
        action={
          mayManage && (
            <ButtonLink href="/people/new" look="primary">
              {t('people:add')}
            </ButtonLink>
          )
        }
      />
      <DataTable
        name="people"
        label={t('people:title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/people/${row.id}`}
        query={query}
        total={total}
        searchLabel={t('people:search')}
        exportHref="/people/export"
        filters={useFilters(vendors)}
        empty={<EmptyState title={t('people:empty')} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const reachOf = useReach();
  return [
    { key: 'name', header: t('people:field.name'), sort: 'name', cell: (row) => row.name },
    {
      key: 'email',
      header: t('people:field.email'),
      card: 'name',
      sort: 'email',
      cell: (row) => row.email,
    },
    {
      key: 'role',
      header: t('people:field.role'),
      card: 'state',
      sort: 'role',
      cell: (row) => t(`common:role.${row.role}`),
    },
    { key: 'reach', header: t('people:field.reach'), cell: reachOf },
    {
      key: 'state',
      header: t('people:field.state'),
      card: 'state',
      cell: (row) => <PersonState person={row} locked={row.locked} />,
    },
    {
      key: 'locale',
      header: t('people:field.locale'),
      cell: (row) => languageNames[row.locale],
      hidden: true,
    },
    {
      key: 'timeZone',
      header: t('people:field.timeZone'),
      cell: (row) => row.zone,
      hidden: true,
    },
  ];
}

function useFilters(vendors: readonly { code: string; name: string }[]): Filter[] {
  const { t } = useTranslation();
  return [
    {
      name: 'role',
      label: t('people:field.role'),
      options: roles.map((role) => ({ value: role, label: t(`common:role.${role}`) })),
    },
    {
      name: 'state',
      label: t('people:field.state'),
      options: (['active', 'inactive'] as const).map((state) => ({
        value: state,
        label: t(`people:state.${state}`),
      })),
    },
    {
      name: 'vendor',
      label: t('people:field.vendor'),
      options: vendors.map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
}
