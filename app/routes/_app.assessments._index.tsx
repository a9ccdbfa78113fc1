import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { Button } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { ResultBadge, ScoringBadge } from '~/components/scorecards/badges';
import { Stars } from '~/components/scorecards/Stars';
import { useSay } from '~/components/scorecards/use-say';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { assessmentResults } from '~/onboarding/assessment';
import { scoringCauses, scoringStates } from '~/onboarding/scoring';
import { countScorings, listScorings, scoringListSpec } from '~/onboarding/scoring-queries.server';
import { parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'assessments.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, scoringListSpec);
  const isOwn = person.role === 'vendor';
  const rows = await listScorings(reader, scope, query, person.id);
  return {
    title: t('assessments:title'),
    isOwn,
    query,
    total: await countScorings(reader, scope, query, person.id),
    rows: rows.map(({ document, ...row }) => ({
      ...row,
      scorecard: document.name,
      total: row.state === 'concluded' ? row.total : null,
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Assessments() {
  const { rows, query, total, title, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t(isOwn ? 'assessments:ownLead' : 'assessments:lead')} />
      {!isOwn && <RegisterTabs current="assessments" />}
      <DataTable
        name="assessments"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/assessments/${id}`}
        query={query}
        total={total}
        searchLabel={t('assessments:search')}
        filters={useFilters()}
        {...(!isOwn && {
          selection: {
            rowLabel: ({ vendor }: Row) => vendor,
            actions: (
              <Button type="submit" formAction="/assessments/comparison" formMethod="get">
                {t('assessments:compare.chosen')}
              </Button>
            ),
          },
        })}
        empty={
          <EmptyState title={t('assessments:empty')}>
            {t(isOwn ? 'assessments:ownEmptyHelp' : 'assessments:emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSay();
  return [
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      sort: 'vendor',
      cell: ({ vendor }) => vendor,
    },
    {
      key: 'scorecard',
      header: t('vendors:assessment.scorecard'),
      card: 'name',
      cell: ({ scorecard, version }) => t('assessments:named', { name: say(scorecard), version }),
    },
    {
      key: 'cause',
      header: t('assessments:cause'),
      cell: ({ cause }) => t(`assessments:causes.${cause}`),
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => <ScoringBadge state={state} />,
    },
    {
      key: 'in',
      header: t('assessments:handedIn'),
      align: 'end',
      cell: ({ handedIn, assessors }) => `${handedIn} / ${assessors}`,
    },
    {
      key: 'due',
      header: t('common:column.due'),
      card: 'figure',
      sort: 'due',
      cell: ({ dueOn }) => <DateText date={dueOn} />,
    },
    {
      key: 'total',
      header: t('common:column.total'),
      unit: '0–100',
      align: 'end',
      sort: 'total',
      cell: ({ total }) => total !== null && format.number(total, { maxDigits: 2 }),
    },
    {
      key: 'stars',
      hidden: true,
      header: t('assessments:rating'),
      cell: ({ total }) => total !== null && <Stars value={total} />,
    },
    {
      key: 'result',
      header: t('common:column.result'),
      card: 'state',
      cell: ({ result }) => result && <ResultBadge result={result} />,
    },
    {
      key: 'opened',
      header: t('assessments:opened'),
      sort: 'opened',
      cell: ({ openedAt }) => <DateText date={openedAt.slice(0, 10)} />,
    },
  ];
}

function useFilters(): Filter[] {
  const { isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const result: Filter = {
    name: 'result',
    label: t('common:column.result'),
    options: assessmentResults.map((value) => ({
      value,
      label: t(`vendors:assessment.results.${value}`),
    })),
  };
  if (isOwn) return [result];
  return [
    {
      name: 'state',
      label: t('common:column.status'),
      options: scoringStates.map((value) => ({ value, label: t(`assessments:state.${value}`) })),
    },
    result,
    {
      name: 'cause',
      label: t('assessments:cause'),
      options: scoringCauses.map((value) => ({ value, label: t(`assessments:causes.${value}`) })),
    },
    {
      name: 'mine',
      label: t('assessments:mine'),
      options: [{ value: 'open', label: t('assessments:mineOpen') }],
    },
  ];
}
