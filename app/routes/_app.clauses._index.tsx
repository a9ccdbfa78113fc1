import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { GapBadge } from '~/components/contracts/ClauseBadge';
import { ContractBadge } from '~/components/contracts/ContractBadge';
import { ContractTabs } from '~/components/contracts/ContractTabs';
import { useBecause } from '~/components/contracts/use-because';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { gapKinds } from '~/contracts/clause-checklist';
import { chosenGaps, gapListSpec } from '~/contracts/clause-gap-list';
import { allClauseGaps } from '~/contracts/clause-gap-list.server';
import { pageWindow, parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now } = await requirePerson(args, 'clauses.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, gapListSpec);
  const { rows, contracts } = await allClauseGaps(reader, scope, locale, dayOf(now));
  const chosen = chosenGaps(rows, query);
  const { offset, limit } = pageWindow(query);
  const choices = (value: (row: (typeof rows)[number]) => string, label: typeof value) =>
    [...new Map(rows.map((row) => [value(row), label(row)]))].map(([code, name]) => ({
      value: code,
      label: name,
    }));
  return {
    title: t('clauses:gaps.title'),
    query,
    total: chosen.length,
    rows: chosen.slice(offset, offset + limit),
    figures: {
      contracts: new Set(rows.map(({ contractId }) => contractId)).size,
      all: contracts,
      gaps: rows.length,
      unchecked: rows.filter(({ kind }) => kind === 'unchecked').length,
      mechanism: rows.filter(({ kind }) => kind === 'mechanism').length,
    },
    clauses: choices(
      ({ clauseCode }) => clauseCode,
      ({ clause }) => clause,
    ),
    vendors: choices(
      ({ vendorCode }) => vendorCode,
      ({ vendor }) => vendor,
    ),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function ClauseGaps() {
  const { rows, query, total, title, figures } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('clauses:gaps.lead')}
        also={<ButtonLink href="/clauses/library">{t('clauses:gaps.library')}</ButtonLink>}
        facts={[
          {
            label: t('clauses:gaps.fact.contracts'),
            value: number(figures.contracts),
            note: t('clauses:gaps.fact.contractsNote', { all: figures.all }),
          },
          ...(['gaps', 'unchecked', 'mechanism'] as const).map((key) => ({
            label: t(`clauses:gaps.fact.${key}`),
            value: number(figures[key]),
          })),
        ]}
      />
      <ContractTabs current="clauses" />
      <DataTable
        name="clause-gaps"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ contractId, clauseId }) => `${contractId} ${clauseId}`}
        rowHref={({ contractId, clauseId }) => `/contracts/${contractId}/clauses/${clauseId}`}
        query={query}
        total={total}
        searchLabel={t('clauses:gaps.search')}
        filters={useFilters()}
        exportHref="/clauses/export"
        empty={
          <EmptyState title={t('clauses:gaps.empty')}>{t('clauses:gaps.emptyHelp')}</EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const say = useBecause();
  return [
    {
      key: 'contract',
      header: t('common:column.contract'),
      sort: 'contract',
      cell: ({ contract }) => contract,
    },
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      card: 'name',
      sort: 'vendor',
      cell: ({ vendor }) => vendor,
    },
    {
      key: 'clause',
      header: t('clauses:gaps.clause'),
      card: 'name',
      sort: 'clause',
      cell: ({ clause }) => clause,
    },
    {
      key: 'gap',
      header: t('clauses:gaps.gap'),
      card: 'state',
      sort: 'gap',
      cell: ({ kind }) => <GapBadge kind={kind} />,
    },
    {
      key: 'why',
      header: t('clauses:gaps.why'),
      cell: ({ because }) => because.map(say).join(' '),
    },
    {
      key: 'state',
      header: t('clauses:gaps.state'),
      cell: ({ standing }) => <ContractBadge standing={standing} />,
    },
  ];
}

function useFilters(): Filter[] {
  const { clauses, vendors } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    {
      name: 'gap',
      label: t('clauses:gaps.gap'),
      options: gapKinds.map((value) => ({ value, label: t(`clauses:gap.${value}`) })),
    },
    { name: 'clause', label: t('clauses:gaps.clause'), options: clauses },
    { name: 'vendor', label: t('common:column.vendor'), options: vendors },
    {
      name: 'state',
      label: t('clauses:gaps.state'),
      options: (['draft', 'upcoming', 'in_force'] as const).map((value) => ({
        value,
        label: t(`common:contractState.${value}`),
      })),
    },
  ];
}
