import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { FallbackTabs } from '~/components/fallback/FallbackTabs';
import { useVoice } from '~/components/fallback/use-voice';
import type { Filter } from '~/components/FilterBar';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { StateBadge } from '~/components/StateBadge';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { nameIn } from '~/fallback/failure-words';
import { gapLines } from '~/fallback/readiness-words';
import { listReadiness, readinessListSpec } from '~/fallback/readiness-queries.server';
import { pageWindow, parseListQuery } from '~/shared/list-query';
import { marketChoices, serviceChoices } from '~/vendors/library-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, t, locale } = await requirePerson(args, 'fallback.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, readinessListSpec);
  const rows = await listReadiness(reader, scope, query, dayOf(now));
  const { offset, limit } = pageWindow(query);
  const named = (record: { code: string; nameEn: string; nameZh: string }) => ({
    value: record.code,
    label: nameIn(record, locale),
  });
  return {
    title: t('fallback:readiness.title'),
    query,
    total: rows.length,
    exposed: rows.filter(({ exposure }) => exposure !== null).length,
    withoutStandby: rows.filter(({ standbys }) => standbys.length === 0).length,
    rows: rows.slice(offset, offset + limit),
    services: (await serviceChoices(reader)).map(named),
    markets: (await marketChoices(reader, scope)).map(named),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Readiness() {
  const { title, rows, query, total, exposed, withoutStandby } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('fallback:title')}
        lead={t('fallback:readiness.lead')}
        facts={[
          { label: t('fallback:readiness.factTotal'), value: total },
          { label: t('fallback:readiness.factExposed'), value: exposed },
          { label: t('fallback:readiness.factNoStandby'), value: withoutStandby },
        ]}
      />
      <FallbackTabs current="readiness" />
      <DataTable
        name="readiness"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ key }) => key}
        query={query}
        total={total}
        searchLabel={t('fallback:readiness.search')}
        filters={useFilters()}
        exportHref="/readiness/export"
        empty={
          <EmptyState title={t('fallback:readiness.empty')}>
            {t('fallback:readiness.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { locale } = useVoice();
  const carried = ({ vendor, sharePercent }: NonNullable<Row['primary']>) =>
    t('fallback:readiness.share', {
      name: vendor.name,
      share: sharePercent === null ? '' : format.percent(sharePercent, 1),
    });
  return [
    {
      key: 'market',
      header: t('common:column.market'),
      sort: 'market',
      cell: ({ market }) => nameIn(market, locale),
    },
    {
      key: 'service',
      header: t('common:column.service'),
      card: 'name',
      sort: 'service',
      cell: ({ service }) => nameIn(service, locale),
    },
    {
      key: 'primary',
      header: t('fallback:readiness.primary'),
      cell: ({ primary }) => (primary ? carried(primary) : t('fallback:readiness.noPrimary')),
    },
    {
      key: 'also',
      header: t('fallback:readiness.also'),
      cell: ({ alsoCarrying }) => format.list(alsoCarrying.map(carried)),
      hidden: true,
    },
    {
      key: 'standbys',
      header: t('fallback:readiness.standbys'),
      cell: ({ standbys }) =>
        standbys.length === 0
          ? t('fallback:readiness.noStandby')
          : standbys.map(({ vendor, standbyOrder }) => (
              <div key={vendor.id}>
                {t('fallback:readiness.standby', { order: standbyOrder ?? '', name: vendor.name })}
              </div>
            )),
    },
    {
      key: 'lastTest',
      header: t('fallback:readiness.lastTest'),
      cell: ({ lastTestOn }) =>
        lastTestOn === null ? t('fallback:readiness.never') : <DateText date={lastTestOn} />,
    },
    {
      key: 'gaps',
      header: t('fallback:readiness.gaps'),
      cell: (row) => gapLines(row, { t, locale }).map((line) => <div key={line}>{line}</div>),
    },
    {
      key: 'exposed',
      header: t('fallback:readiness.exposed'),
      card: 'state',
      cell: ({ exposure }) =>
        exposure !== null && (
          <StateBadge tone="attention">{t(`fallback:readiness.exposure.${exposure}`)}</StateBadge>
        ),
    },
  ];
}

function useFilters(): Filter[] {
  const { services, markets } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    { name: 'service', label: t('common:column.service'), options: services },
    { name: 'market', label: t('common:column.market'), options: markets },
    {
      name: 'exposed',
      label: t('fallback:readiness.filterExposed'),
      options: [
        { value: 'yes', label: t('fallback:readiness.exposed') },
        { value: 'no', label: t('fallback:readiness.notExposed') },
      ],
    },
    {
      name: 'standby',
      label: t('fallback:readiness.filterStandby'),
      options: [
        { value: 'none', label: t('fallback:readiness.standbyNone') },
        { value: 'not_ready', label: t('fallback:readiness.standbyNotReady') },
      ],
    },
  ];
}
