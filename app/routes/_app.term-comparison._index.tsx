import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ContractTabs } from '~/components/contracts/ContractTabs';
import { ScaledBands } from '~/components/contracts/ScaledBands';
import { useTermWords } from '~/components/contracts/use-term-words';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { pageWindow, parseListQuery } from '~/shared/list-query';
import { nameFor } from '~/shared/named';
import { periodOfDate } from '~/shared/period';
import { commonScale, comparedTerms, comparisonSpec } from '~/sla/compare-terms';
import { comparableKpis, termsOnKpi } from '~/sla/compare-terms.server';

export const meta = pageTitle;

const MONTHS = 12;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now } = await requirePerson(args, 'standards.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, comparisonSpec);
  const kpis = await comparableKpis(reader, scope);
  const kpi = kpis.find(({ code }) => query.filters.kpi.includes(code)) ?? kpis[0] ?? null;
  const today = dayOf(now);
  const all = kpi
    ? await termsOnKpi(reader, scope, kpi.code, { on: today, since: periodOfDate(today) - MONTHS })
    : [];
  const chosen = comparedTerms(all, query);
  const { offset, limit } = pageWindow(query);
  const codes = (of: (row: (typeof all)[number]) => string | null) =>
    [...new Set(all.flatMap((row) => of(row) ?? []))].sort();
  return {
    title: t('standards:comparison.title'),
    query: { ...query, filters: { ...query.filters, kpi: kpi ? [kpi.code] : [] } },
    kpi: kpi && { name: nameFor(kpi, locale), unit: kpi.unit },
    kpis: kpis.map((one) => ({ value: one.code, label: nameFor(one, locale) })),
    services: codes(({ service }) => service),
    markets: codes(({ market }) => market),
    scale: commonScale(chosen.map(({ said }) => said)),
    total: chosen.length,
    rows: chosen.slice(offset, offset + limit),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function TermComparison() {
  const { title, query, total, rows, kpi, kpis, services, markets } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const same = (value: string) => ({ value, label: value });
  return (
    <>
      <PageHeader
        title={title}
        lead={t('standards:comparison.lead')}
        facts={kpi ? [{ label: t('standards:comparison.kpi'), value: kpi.name }] : []}
      />
      <ContractTabs current="comparison" />
      <DataTable
        name="term-comparison"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ termId }) => termId}
        rowHref={({ contractId, termId }) => `/contracts/${contractId}/terms/${termId}`}
        query={query}
        total={total}
        searchLabel={t('standards:comparison.search')}
        filters={[
          { name: 'kpi', label: t('standards:comparison.kpi'), options: kpis },
          { name: 'service', label: t('common:column.service'), options: services.map(same) },
          { name: 'market', label: t('common:column.market'), options: markets.map(same) },
        ]}
        exportHref="/term-comparison/export"
        empty={
          <EmptyState title={t('standards:comparison.empty')}>
            {t('standards:comparison.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { scale, kpi, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useTermWords();
  const unit = kpi?.unit ?? null;
  const words = ({ said }: Row) => wordsOf(said, unit);
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
      sort: 'vendor',
      cell: ({ vendor }) => vendor,
    },
    {
      key: 'scope',
      header: t('standards:comparison.scope'),
      hidden: rows.every(({ service, market }) => service === null && market === null),
      cell: ({ service, market }) =>
        [service, market].filter((part) => part !== null).join(' · ') || t('contracts:wholeVendor'),
    },
    {
      key: 'target',
      header: t('common:column.target'),
      sort: 'target',
      align: 'end',
      cell: (row) => words(row).target,
    },
    {
      key: 'warn',
      header: t('common:column.warnAt'),
      unit: unit === null ? '' : format.unitOfFigures(unit),
      align: 'end',
      cell: ({ said }) => said.warn_at && format.number(said.warn_at, { maxDigits: 6 }),
    },
    {
      key: 'bands',
      header: t('standards:comparison.bands'),
      cell: ({ said }) => scale && <ScaledBands term={said} scale={scale} unit={unit} />,
    },
    {
      key: 'window',
      header: t('standards:comparison.window'),
      cell: (row) => words(row).window,
    },
    {
      key: 'credit',
      header: t('common:column.credit'),
      cell: (row) => words(row).credit,
    },
    {
      key: 'outcome',
      header: t('standards:comparison.outcome'),
      sort: 'breached',
      cell: ({ outcomes }) =>
        t('standards:comparison.outcomes', {
          met: outcomes['met'] ?? 0,
          at_risk: outcomes['at_risk'] ?? 0,
          breached: outcomes['breached'] ?? 0,
        }),
    },
  ];
}
