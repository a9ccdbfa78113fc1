import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { CheckBadge } from '~/components/diligence/CheckBadge';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import {
  checkFigures,
  checkListSpec,
  countChecks,
  listChecks,
} from '~/onboarding/check-list-queries.server';
import { checkStanding, checkStates } from '~/onboarding/due-diligence';
import { parseListQuery } from '~/shared/list-query';
import { tierChecks, tiers } from '~/vendors/tier';
import { vendorStatuses } from '~/vendors/vendor';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, t, person } = await requirePerson(args, 'checks.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, checkListSpec);
  const asked = { query, personId: person.id };
  const rows = await listChecks(reader, scope, asked);
  const today = dayOf(now);
  return {
    title: t('diligence:checks.title'),
    isOutside: person.role === 'reviewer',
    query,
    today,
    total: await countChecks(reader, scope, asked),
    figures: await checkFigures(reader, scope),
    rows: rows.map((row) => ({ ...row, standing: checkStanding(row, today) })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Checks() {
  const { title, isOutside, rows, query, total, figures } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t(isOutside ? 'diligence:checks.leadOutside' : 'diligence:checks.lead')}
        facts={[
          { label: t('diligence:check.missing'), value: figures.missing },
          { label: t('diligence:check.waiting'), value: figures.waiting },
          { label: t('diligence:check.states.failed'), value: figures.failed },
          { label: t('diligence:check.states.expired'), value: figures.expired },
        ]}
      />
      {!isOutside && <RegisterTabs current="checks" />}
      <DataTable
        name="checks"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/checks/${id}`}
        query={query}
        total={total}
        searchLabel={t('vendors:list.search')}
        filters={useFilters()}
        exportHref="/checks/export"
        empty={
          <EmptyState title={t('diligence:checks.empty')}>
            {t('diligence:checks.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      sort: 'vendor',
      cell: ({ vendorName }) => vendorName,
    },
    {
      key: 'kind',
      header: t('diligence:check.check'),
      card: 'name',
      cell: ({ kind }) => t(`diligence:check.kinds.${kind}`),
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state, standing }) => <CheckBadge state={state} standing={standing} />,
    },
    {
      key: 'vendorStatus',
      header: t('diligence:checks.vendorStatus'),
      cell: ({ vendorStatus }) => t(`common:vendorState.${vendorStatus}`),
    },
    {
      key: 'tier',
      header: t('common:column.tier'),
      hidden: true,
      cell: ({ tier }) => tier && t(`common:tier.${tier}`),
    },
    { key: 'reviewer', header: t('diligence:check.reviewer'), cell: ({ reviewer }) => reviewer },
    {
      key: 'opened',
      header: t('diligence:checks.openFor'),
      sort: 'opened',
      cell: ({ openedAt, state }) =>
        state === 'not_started' || state === 'in_progress' || state === 'awaiting_sign_off'
          ? format.daysFrom(openedAt.slice(0, 10), today)
          : null,
    },
    {
      key: 'expires',
      header: t('diligence:check.expiresOn'),
      card: 'figure',
      sort: 'expires',
      cell: ({ expiresOn }) => expiresOn && <DateText date={expiresOn} />,
    },
  ];
}

function useFilters(): Filter[] {
  const { t } = useTranslation();
  return [
    {
      name: 'show',
      label: t('diligence:checks.show'),
      options: [{ value: 'all', label: t('diligence:checks.showAll') }],
    },
    {
      name: 'kind',
      label: t('diligence:check.check'),
      options: tierChecks.map((value) => ({ value, label: t(`diligence:check.kinds.${value}`) })),
    },
    {
      name: 'state',
      label: t('common:column.status'),
      options: checkStates.map((value) => ({ value, label: t(`diligence:check.states.${value}`) })),
    },
    {
      name: 'status',
      label: t('diligence:checks.vendorStatus'),
      options: vendorStatuses.map((value) => ({ value, label: t(`common:vendorState.${value}`) })),
    },
    {
      name: 'tier',
      label: t('common:column.tier'),
      options: tiers.map((value) => ({ value, label: t(`common:tier.${value}`) })),
    },
    {
      name: 'reviewer',
      label: t('diligence:check.reviewer'),
      options: [{ value: 'me', label: t('diligence:checks.mine') }],
    },
  ];
}
