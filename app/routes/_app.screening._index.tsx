import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { HitBadge } from '~/components/diligence/HitBadge';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { DateText, InstantText } from '~/components/texts';
import { hitStates, hitSubjects } from '~/onboarding/screening-hit';
import {
  countHits,
  hitListSpec,
  listHits,
  loadedLists,
} from '~/onboarding/screening-hit-queries.server';
import { parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'screening.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, hitListSpec);
  const lists = await loadedLists(reader);
  const inUse = lists.filter(({ state }) => state === 'in_use');
  const open = parseListQuery(new URLSearchParams('state=open'), hitListSpec);
  return {
    title: t('diligence:screening.title'),
    query,
    total: await countHits(reader, scope, query),
    open: await countHits(reader, scope, open),
    lists: inUse.length,
    entries: inUse.reduce((sum, { entryCount }) => sum + entryCount, 0),
    listedOn: inUse.map(({ listedOn }) => listedOn).sort()[0] ?? null,
    sources: [...new Set(lists.map(({ source }) => source))].sort(),
    rows: await listHits(reader, scope, query),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Screening() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={page.title}
        lead={t('diligence:screening.lead')}
        facts={[
          { label: t('diligence:hit.undecided'), value: page.open },
          { label: t('diligence:sanctions.inUse'), value: page.lists },
          { label: t('diligence:sanctions.entries'), value: page.entries },
          {
            label: t('diligence:sanctions.oldest'),
            value: page.listedOn === null ? t('common:none') : <DateText date={page.listedOn} />,
          },
        ]}
        also={<ButtonLink href="/sanctions">{t('diligence:sanctions.title')}</ButtonLink>}
      />
      <RegisterTabs current="screening" />
      <DataTable
        name="screening"
        label={page.title}
        columns={useColumns()}
        rows={page.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/screening/${id}`}
        query={page.query}
        total={page.total}
        searchLabel={t('diligence:screening.search')}
        filters={useFilters()}
        empty={
          <EmptyState title={t('diligence:screening.empty')}>
            {t(
              page.lists === 0
                ? 'diligence:screening.emptyNoList'
                : 'diligence:screening.emptyHelp',
            )}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      cell: ({ vendorName }) => vendorName,
    },
    {
      key: 'subject',
      header: t('diligence:hit.compared'),
      card: 'name',
      cell: ({ subject, subjectName, vendorName }) =>
        subjectName === vendorName
          ? t(`diligence:hit.subjects.${subject}`)
          : `${t(`diligence:hit.subjects.${subject}`)}: ${subjectName}`,
    },
    { key: 'entry', header: t('diligence:hit.entry'), cell: ({ entry }) => entry.matched },
    {
      key: 'source',
      header: t('common:column.source'),
      cell: ({ source, reference }) => `${source} ${reference}`,
    },
    {
      key: 'score',
      header: t('diligence:hit.score'),
      card: 'figure',
      unit: '0–100',
      align: 'end',
      sort: 'score',
      cell: ({ score }) => score,
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => <HitBadge state={state} />,
    },
    {
      key: 'found',
      header: t('diligence:hit.foundAt'),
      sort: 'found',
      cell: ({ foundAt }) => <InstantText instant={foundAt} />,
    },
    {
      key: 'decider',
      header: t('diligence:hit.decidedBy'),
      cell: ({ decider }) => decider,
    },
  ];
}

function useFilters(): Filter[] {
  const { sources } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    {
      name: 'state',
      label: t('common:column.status'),
      options: hitStates.map((value) => ({ value, label: t(`diligence:hit.states.${value}`) })),
    },
    {
      name: 'subject',
      label: t('diligence:hit.compared'),
      options: hitSubjects.map((value) => ({ value, label: t(`diligence:hit.subjects.${value}`) })),
    },
    {
      name: 'source',
      label: t('common:column.source'),
      options: sources.map((value) => ({ value, label: value })),
    },
  ];
}
