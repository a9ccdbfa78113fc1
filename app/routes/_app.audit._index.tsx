import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { auditChoices, auditListSpec, countAudit, listAudit } from '~/audit/audit-queries.server';
import { saidChanges } from '~/audit/said-changes.server';
import { requirePerson } from '~/auth/require-person.server';
import { ActorName } from '~/components/audit/ActorName';
import { ChangeList } from '~/components/audit/ChangeList';
import { FromAddress } from '~/components/audit/FromAddress';
import { Saying, useSaying } from '~/components/audit/Saying';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { InstantText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { parseListQuery } from '~/shared/list-query';
import { formatPeriod } from '~/shared/period';

export const meta = pageTitle;

const SHOWN_CHANGES = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person } = await requirePerson(args, 'audit.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, auditListSpec);
  const [rows, total, choices] = await Promise.all([
    listAudit(reader, scope, query),
    countAudit(reader, scope, query),
    auditChoices(reader),
  ]);
  const reading = { t, locale, timeZone: person.timeZone };
  const said = await saidChanges(reader, scope, reading, rows, SHOWN_CHANGES);
  return {
    title: t('audit:title'),
    query,
    total,
    choices,
    rows: rows.map(({ before: _before, after: _after, ...row }, index) => ({
      ...row,
      changes: said[index]?.changes ?? [],
      changeCount: said[index]?.count ?? 0,
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Audit() {
  const { query, total, rows, choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('audit:title')}
        lead={t('audit:lead')}
        crumbs={[{ label: t('nav:administration'), href: '/administration' }]}
      />
      <DataTable
        name="audit"
        label={t('audit:title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.sequence}
        rowHref={(row) => `/audit/${row.sequence}`}
        query={query}
        total={total}
        searchLabel={t('audit:search')}
        exportHref="/audit/export"
        filters={useFilters(choices)}
        empty={<EmptyState title={t('audit:empty')} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'at',
      header: t('audit:column.at'),
      sort: 'at',
      cell: (row) => <InstantText instant={row.at} />,
    },
    {
      key: 'actor',
      header: t('audit:column.actor'),
      card: 'name',
      cell: (row) => <ActorName entry={row} exact />,
    },
    {
      key: 'action',
      header: t('audit:column.action'),
      card: 'name',
      cell: (row) => <Saying action={row.action} />,
    },
    {
      key: 'changes',
      header: t('audit:column.changes'),
      cell: (row) => <ChangeList changes={row.changes} count={row.changeCount} />,
    },
    { key: 'vendor', header: t('audit:column.vendor'), cell: (row) => row.vendorName },
    { key: 'record', header: t('audit:column.record'), cell: (row) => row.entityId, hidden: true },
    {
      key: 'address',
      header: t('audit:column.address'),
      cell: (row) => <FromAddress address={row.address} />,
      hidden: true,
    },
  ];
}

type Choices = ReturnType<typeof useLoaderData<typeof loader>>['choices'];

function useFilters(choices: Choices): Filter[] {
  const { t } = useTranslation();
  const format = useFormat();
  const saying = useSaying();
  const others = (['job', 'command', 'visitor'] as const).map((value) => ({
    value,
    label: t(`audit:filter.${value}`),
  }));
  return [
    {
      name: 'actor',
      label: t('audit:filter.actor'),
      options: [
        ...choices.actors.map(({ id, name }) => ({ value: String(id), label: name })),
        ...others,
      ],
    },
    {
      name: 'entity',
      label: t('audit:filter.entity'),
      options: choices.entities.map((value) => ({
        value,
        label: t(`audit:entity.${value}` as 'audit:entity.vendor', { defaultValue: value }),
      })),
    },
    {
      name: 'action',
      label: t('audit:filter.action'),
      options: choices.actions.map((value) => ({ value, label: saying(value) })),
    },
    {
      name: 'month',
      label: t('audit:filter.month'),
      options: choices.months.map((month) => ({
        value: formatPeriod(month),
        label: format.month(month),
      })),
    },
  ];
}
