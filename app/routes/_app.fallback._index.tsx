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
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { StateBadge } from '~/components/StateBadge';
import { DateText, NumberText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { nameIn } from '~/fallback/failure-words';
import {
  causeCounts,
  countProposals,
  listProposals,
  proposalChoices,
  proposalListSpec,
} from '~/fallback/proposal-queries.server';
import { listReadiness, readinessListSpec } from '~/fallback/readiness-queries.server';
import { parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, t, can } = await requirePerson(args, 'fallback.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, proposalListSpec);
  const rows = await listProposals(reader, scope, query);
  const causes = await causeCounts(
    reader,
    rows.map(({ id }) => id),
  );
  const count = (search: string) =>
    countProposals(reader, scope, parseListQuery(new URLSearchParams(search), proposalListSpec));
  const all = parseListQuery(new URLSearchParams('exposed=yes'), readinessListSpec);
  return {
    title: t('fallback:title'),
    query,
    total: await countProposals(reader, scope, query),
    facts: {
      open: await count('state=open'),
      gaps: await count('state=open&candidates=none'),
      exposed: (await listReadiness(reader, scope, all, dayOf(now))).length,
    },
    choices: await proposalChoices(reader, scope),
    canPropose: can('fallback.propose'),
    rows: rows.map((row) => ({ ...row, causes: causes.get(row.id) ?? [] })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Fallback() {
  const { title, rows, query, total, facts, canPropose } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const propose = canPropose && (
    <ButtonLink href="/proposals/new" look="primary">
      {t('fallback:propose')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t('fallback:lead')}
        action={propose}
        facts={[
          { label: t('fallback:list.factOpen'), value: facts.open },
          { label: t('fallback:list.factGap'), value: facts.gaps },
          {
            label: t('fallback:list.factExposed'),
            value: <a href="/readiness?exposed=yes">{facts.exposed}</a>,
            note: t('fallback:list.factExposedNote'),
          },
        ]}
      />
      <FallbackTabs current="proposals" />
      <DataTable
        name="proposals"
        label={t('fallback:tab.proposals')}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/proposals/${id}`}
        query={query}
        total={total}
        searchLabel={t('fallback:list.search')}
        filters={useFilters()}
        exportHref="/fallback/export"
        empty={
          <EmptyState title={t('fallback:list.empty')}>{t('fallback:list.emptyHelp')}</EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const { locale } = useVoice();
  const causeWords = useCauseWords();
  return [
    {
      key: 'vendor',
      header: t('fallback:list.failing'),
      sort: 'vendor',
      cell: ({ vendor }) => vendor.name,
    },
    {
      key: 'service',
      header: t('common:column.service'),
      card: 'name',
      cell: ({ service }) => nameIn(service, locale),
    },
    {
      key: 'market',
      header: t('common:column.market'),
      card: 'name',
      cell: ({ market }) => (market?.code ? nameIn(market, locale) : t('fallback:list.whole')),
    },
    {
      key: 'why',
      header: t('fallback:list.why'),
      cell: ({ causes }) => causeWords(causes),
    },
    {
      key: 'leader',
      header: t('fallback:list.leader'),
      cell: ({ leader }) => leader ?? t('fallback:list.noCandidate'),
    },
    {
      key: 'score',
      header: t('fallback:list.score'),
      align: 'end',
      cell: ({ leaderScore }) =>
        leaderScore !== null && <NumberText value={leaderScore} maxDigits={1} minDigits={1} />,
    },
    {
      key: 'candidates',
      header: t('fallback:list.candidates'),
      align: 'end',
      sort: 'candidates',
      cell: ({ candidateCount }) => candidateCount,
    },
    {
      key: 'asOf',
      header: t('fallback:list.asOf'),
      card: 'figure',
      sort: 'created',
      cell: ({ asOf }) => <DateText date={asOf} />,
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => (
        <StateBadge tone={state === 'open' ? 'accent' : 'quiet'}>
          {t(`common:proposalState.${state}`)}
        </StateBadge>
      ),
    },
  ];
}

/** What led to a proposal, each kind of cause once and how often. */
function useCauseWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (causes: Row['causes']) =>
    format.listed(
      causes.map(({ kind, count }) =>
        count > 1
          ? `${t(`fallback:causeKind.${kind}`)} × ${count}`
          : t(`fallback:causeKind.${kind}`),
      ),
    );
}

function useFilters(): Filter[] {
  const { choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useVoice();
  const distinct = (options: { value: string; label: string }[]) => [
    ...new Map(options.map((option) => [option.value, option])).values(),
  ];
  const named = (record: { code: string; nameEn: string; nameZh: string }) => ({
    value: record.code,
    label: nameIn(record, locale),
  });
  const states = ['open', 'accepted', 'split', 'rejected'] as const;
  const kinds = [
    'critical_breach',
    'repeat_trigger',
    'contract_ending',
    'critical_risk',
    'on_demand',
  ] as const;
  return [
    {
      name: 'state',
      label: t('common:column.status'),
      options: states.map((value) => ({ value, label: t(`common:proposalState.${value}`) })),
    },
    {
      name: 'vendor',
      label: t('common:column.vendor'),
      options: distinct(choices.map(({ vendor }) => ({ value: vendor.code, label: vendor.name }))),
    },
    {
      name: 'service',
      label: t('common:column.service'),
      options: distinct(choices.map(({ service }) => named(service))),
    },
    {
      name: 'market',
      label: t('common:column.market'),
      options: distinct(choices.flatMap(({ market }) => (market?.code ? [named(market)] : []))),
    },
    {
      name: 'cause',
      label: t('fallback:list.why'),
      options: kinds.map((value) => ({ value, label: t(`fallback:causeKind.${value}`) })),
    },
    {
      name: 'candidates',
      label: t('fallback:list.candidates'),
      options: [{ value: 'none', label: t('fallback:list.noneFilter') }],
    },
  ];
}
