import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { listClauses } from '~/contracts/clause-queries.server';
import { nameFor } from '~/shared/named';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, locale, can } = await requirePerson(args, 'clauses.read');
  const rows = await listClauses(reader);
  return {
    title: t('clauses:library.title'),
    canWrite: can('library.write'),
    rows: rows.map(({ clause, version, requirements }) => ({
      ...{ id: clause.id, group: clause.group, withProduct: clause.withProduct },
      ...{ version, requirements },
      name: nameFor(clause, locale),
      protects: locale === 'en' ? clause.protectsEn : clause.protectsZh,
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function ClauseLibrary() {
  const { title, rows, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const add = canWrite && (
    <ButtonLink href="/clauses/library/new" look="primary">
      {t('clauses:library.add')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t('clauses:library.lead')}
        crumbs={[{ label: t('clauses:gaps.title'), href: '/clauses' }]}
        action={add}
      />
      <DataTable
        name="clause-library"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/clauses/library/${id}`}
        empty={<EmptyState title={title} action={add} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    { key: 'name', header: t('clauses:library.name'), cell: ({ name }) => name },
    {
      key: 'group',
      header: t('clauses:library.group'),
      card: 'name',
      cell: ({ group }) => t(`clauses:group.${group}`),
    },
    {
      key: 'protects',
      header: t('clauses:library.protects'),
      cell: ({ protects }) => protects,
    },
    {
      key: 'requirements',
      header: t('clauses:library.requirements'),
      align: 'end',
      cell: ({ requirements }) => requirements,
    },
    {
      key: 'version',
      header: t('clauses:library.version'),
      align: 'end',
      cell: ({ version }) => version,
    },
    {
      key: 'origin',
      header: t('common:column.source'),
      cell: ({ withProduct }) =>
        t(withProduct ? 'clauses:library.withProduct' : 'clauses:library.own'),
    },
  ];
}
