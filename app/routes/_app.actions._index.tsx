import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { actionAge, actionOrigins, actionSides, actionState, actionStates } from '~/actions/action';
import {
  actionFigures,
  actionListSpec,
  countActions,
  listActions,
} from '~/actions/action-queries.server';
import { originsShownToVendors } from '~/actions/action';
import { effectsOfRows } from '~/actions/effect-queries.server';
import { measureName } from '~/actions/measure';
import { sourceLinks } from '~/actions/source-link-queries.server';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ActionBadge } from '~/components/actions/ActionBadge';
import { EffectText } from '~/components/actions/EffectText';
import { useActionTitle } from '~/components/actions/use-action-title';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now, person, locale } = await requirePerson(args, 'actions.read');
  const isOwn = person.role === 'vendor';
  const query = parseListQuery(new URL(args.request.url).searchParams, actionListSpec);
  const today = dayOf(now);
  const rows = await listActions(reader, scope, query, today);
  const links = await sourceLinks(reader, isOwn ? [] : rows.map(({ action }) => action));
  const effects = await effectsOfRows(reader, rows);
  const figures = await actionFigures(reader, scope, today);
  return {
    title: t('actions:title'),
    isOwn,
    query,
    total: await countActions(reader, scope, query, today),
    figures: { open: figures.open, overdue: figures.overdue },
    owners: isOwn ? [] : figures.owners.map(({ id, name }) => ({ value: String(id), label: name })),
    vendors: isOwn ? [] : figures.vendors.map(({ code, name }) => ({ value: code, label: name })),
    rows: rows.map(({ action, vendor, owner, kpi, service, market }) => ({
      id: action.id,
      title: action.title,
      step: action.step,
      origin: action.origin,
      side: action.side,
      dueOn: action.dueOn,
      vendor,
      owner,
      source: links.get(action.id) ?? null,
      state: actionState(action, today),
      age: actionAge(action, today),
      kpi: kpi && {
        name: measureName({ kpi, service, market }, { t, locale }),
        unit: kpi.unit,
        effect: effects.get(action.id) ?? null,
      },
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Actions() {
  const { rows, query, total, title, figures, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={title}
        lead={t(isOwn ? 'actions:ownLead' : 'actions:lead')}
        facts={[
          { label: t('actions:state.overdue'), value: format.number(figures.overdue) },
          { label: t('actions:state.open'), value: format.number(figures.open) },
        ]}
      />
      <DataTable
        name="actions"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/actions/${id}`}
        query={query}
        total={total}
        searchLabel={t('actions:search')}
        filters={useFilters()}
        exportHref="/actions/export"
        empty={<EmptyState title={t('actions:empty')}>{t('actions:emptyHelp')}</EmptyState>}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const titleOf = useActionTitle();
  const vendor: Column<Row> = {
    key: 'vendor',
    header: t('common:column.vendor'),
    card: 'name',
    sort: 'vendor',
    cell: (row) => row.vendor,
  };
  return [
    { key: 'title', header: t('actions:column.title'), cell: (row) => titleOf(row) },
    ...(isOwn ? [] : [vendor]),
    {
      key: 'source',
      header: t('common:column.source'),
      cell: ({ origin, source }) =>
        source === null ? (
          t(`actions:origin.${origin}`)
        ) : (
          <a href={source}>{t(`actions:origin.${origin}`)}</a>
        ),
    },
    {
      key: 'owner',
      header: t('common:column.owner'),
      sort: 'owner',
      cell: ({ owner, side }) => owner ?? t(`actions:side.${side}`),
    },
    {
      key: 'due',
      header: t('common:column.due'),
      card: 'figure',
      sort: 'due',
      cell: ({ dueOn }) => dueOn !== null && <DateText date={dueOn} />,
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => <ActionBadge state={state} />,
    },
    {
      key: 'age',
      header: t('actions:column.age'),
      unit: t('actions:days'),
      align: 'end',
      sort: 'age',
      hidden: true,
      cell: ({ age }) => age,
    },
    {
      key: 'kpi',
      header: t('common:column.kpi'),
      cell: ({ kpi }) =>
        kpi?.effect ? (
          <>
            <div>{kpi.name}</div>
            <div>
              <EffectText effect={kpi.effect} unit={kpi.unit} />
            </div>
          </>
        ) : (
          kpi?.name
        ),
    },
  ];
}

function useFilters(): Filter[] {
  const { isOwn, vendors, owners } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const origins = isOwn ? originsShownToVendors : actionOrigins;
  return [
    {
      name: 'state',
      label: t('common:column.status'),
      options: actionStates.map((value) => ({ value, label: t(`actions:state.${value}`) })),
    },
    {
      name: 'origin',
      label: t('common:column.source'),
      options: origins.map((value) => ({ value, label: t(`actions:origin.${value}`) })),
    },
    ...(isOwn
      ? []
      : [
          {
            name: 'side',
            label: t('actions:field.side'),
            options: actionSides.map((value) => ({ value, label: t(`actions:side.${value}`) })),
          },
          { name: 'owner', label: t('common:column.owner'), options: owners },
          { name: 'vendor', label: t('common:column.vendor'), options: vendors },
        ]),
  ];
}
