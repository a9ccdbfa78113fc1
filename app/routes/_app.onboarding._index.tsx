import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { Board } from '~/components/diligence/Board';
import { useWaitWords } from '~/components/diligence/use-wait-words';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { FilterBar, type Filter } from '~/components/FilterBar';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { useFormat } from '~/components/use-format';
import { stages, waitOf } from '~/onboarding/pipeline';
import {
  pipelinePage,
  pipelineSpec,
  stageCards,
  stageCounts,
  type PipelineRow,
} from '~/onboarding/pipeline-queries.server';
import { machineClock } from '~/shared/clock';
import { countryName } from '~/shared/country-codes';
import { changedSearch, parseListQuery } from '~/shared/list-query';
import { tiers } from '~/vendors/tier';
import { vendorCountries } from '~/vendors/vendor-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, t, locale } = await requirePerson(args, 'vendors.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, pipelineSpec);
  const today = dayOf(now);
  const isTable = query.filters.view.includes('table') || query.filters.stage.length > 0;
  const at = { today, now: machineClock.now().toISOString() };
  const counts = await stageCounts(reader, scope, query, at);
  const rows = isTable
    ? await pipelinePage(reader, scope, query, at)
    : await stageCards(reader, scope, query, at);
  const asked = query.filters.stage.length > 0 ? query.filters.stage : stages;
  const shown = (row: PipelineRow) => ({
    ...row,
    since: row.since.slice(0, 10),
    country: row.country && countryName(row.country, locale),
    wait: waitOf(row),
  });
  return {
    title: t('diligence:board.title'),
    query,
    today,
    isTable,
    counts,
    total: stages.reduce((sum, stage) => sum + (asked.includes(stage) ? counts[stage] : 0), 0),
    rows: rows.map(shown),
    countries: (await vendorCountries(reader, scope)).map((code) => ({
      value: code,
      label: countryName(code, locale),
    })),
  };
}

export type BoardRow = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Onboarding() {
  const page = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const { t } = useTranslation();
  const { counts, isTable, query } = page;
  const way = counts.invited + counts.filling_in;
  const filters = useFilters();
  const columns = useColumns();
  const isNarrowed = search !== '' && page.total === 0;
  return (
    <>
      <PageHeader
        title={page.title}
        lead={t('diligence:board.lead')}
        facts={[
          { label: t('diligence:board.stages.registered'), value: counts.registered },
          { label: t('diligence:board.withVendor'), value: way },
          { label: t('diligence:board.stages.screening'), value: counts.screening },
          { label: t('diligence:board.stages.assessment'), value: counts.assessment },
          { label: t('diligence:board.stages.decision'), value: counts.decision },
        ]}
        also={
          isTable ? (
            <ButtonLink href={changedSearch(search, { view: null, stage: null })}>
              {t('diligence:board.asBoard')}
            </ButtonLink>
          ) : (
            <ButtonLink href={changedSearch(search, { view: 'table' })}>
              {t('diligence:board.asTable')}
            </ButtonLink>
          )
        }
      />
      <RegisterTabs current="onboarding" />
      {isTable ? (
        <DataTable
          name="onboarding"
          label={page.title}
          columns={columns}
          rows={page.rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/vendors/${id}`}
          query={query}
          total={page.total}
          searchLabel={t('vendors:list.search')}
          filters={filters}
          empty={<Nobody />}
        />
      ) : (
        <>
          <FilterBar
            query={query}
            filters={filters.filter(({ name }) => name !== 'stage')}
            searchLabel={t('vendors:list.search')}
          />
          {page.total === 0 && !isNarrowed ? (
            <Nobody />
          ) : (
            <Board rows={page.rows} counts={counts} today={page.today} search={search} />
          )}
        </>
      )}
    </>
  );
}

function Nobody() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('diligence:board.empty')}
      action={<ButtonLink href="/vendors/new">{t('vendors:list.register')}</ButtonLink>}
    >
      {t('diligence:board.emptyHelp')}
    </EmptyState>
  );
}

function useColumns(): Column<BoardRow>[] {
  const { today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWaitWords();
  return [
    { key: 'vendor', header: t('common:column.vendor'), sort: 'vendor', cell: ({ name }) => name },
    {
      key: 'stage',
      header: t('diligence:board.stage'),
      card: 'state',
      cell: ({ stage }) => t(`diligence:board.stages.${stage}`),
    },
    {
      key: 'age',
      header: t('diligence:board.since'),
      card: 'figure',
      sort: 'age',
      cell: ({ since }) => format.daysFrom(since, today),
    },
    { key: 'wait', header: t('diligence:board.waitsFor'), cell: ({ wait }) => words(wait) },
    {
      key: 'turn',
      header: t('diligence:board.turn'),
      cell: ({ wait }) => t(`diligence:board.turns.${wait.turn}`),
    },
    {
      key: 'tier',
      header: t('common:column.tier'),
      cell: ({ tier }) => tier && t(`common:tier.${tier}`),
    },
    { key: 'country', header: t('common:column.country'), cell: ({ country }) => country },
  ];
}

function useFilters(): Filter[] {
  const { countries } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    {
      name: 'stage',
      label: t('diligence:board.stage'),
      options: stages.map((value) => ({ value, label: t(`diligence:board.stages.${value}`) })),
    },
    {
      name: 'tier',
      label: t('common:column.tier'),
      options: tiers.map((value) => ({ value, label: t(`common:tier.${value}`) })),
    },
    { name: 'country', label: t('common:column.country'), options: countries },
  ];
}
