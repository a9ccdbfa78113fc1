import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import type { KeyFact } from '~/components/KeyFacts';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { DateText, MonthText, NumberText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { listRates, rateFacts, rateListSpec } from '~/rates/rate-list-queries.server';
import { parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, can } = await requirePerson(args, 'rates.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, rateListSpec);
  return {
    title: t('settlement:rates.title'),
    query,
    rows: await listRates(reader, query),
    facts: await rateFacts(reader, query),
    canLoad: can('rates.load'),
  };
}

export default function Rates() {
  const { title, query, rows, facts, canLoad } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const load = canLoad && (
    <ButtonLink href="/rates/new" look="primary">
      {t('settlement:rates.load')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('settlement:title'), href: '/statements' }]}
        lead={t('settlement:rates.lead')}
        action={load}
        facts={useFacts(facts)}
      />
      <DataTable
        name="rates"
        label={title}
        rows={rows}
        rowKey={({ period, quote }) => `${period}/${quote}`}
        query={query}
        total={facts.total}
        searchLabel={t('settlement:rates.search')}
        filters={[
          {
            name: 'currency',
            label: t('settlement:rates.currency'),
            options: facts.currencies.map((value) => ({ value, label: value })),
          },
        ]}
        columns={useColumns()}
        empty={
          <EmptyState title={t('settlement:rates.empty')} action={load}>
            {t('settlement:rates.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'period',
      header: t('common:column.period'),
      sort: 'period',
      cell: ({ period }) => <MonthText period={period} />,
    },
    {
      key: 'currency',
      header: t('settlement:rates.currency'),
      sort: 'currency',
      cell: ({ quote }) => quote,
    },
    {
      key: 'average',
      header: t('settlement:rates.average'),
      align: 'end',
      cell: ({ average }) => <NumberText value={average} maxDigits={6} minDigits={4} />,
    },
    {
      key: 'days',
      header: t('settlement:rates.days'),
      align: 'end',
      cell: ({ days }) => days,
    },
    {
      key: 'monthEnd',
      header: t('settlement:rates.monthEnd'),
      align: 'end',
      cell: ({ monthEnd }) => <NumberText value={monthEnd} maxDigits={6} minDigits={4} />,
    },
    {
      key: 'on',
      header: t('settlement:rates.on'),
      cell: ({ monthEndOn }) => <DateText date={monthEndOn} />,
    },
    { key: 'source', header: t('settlement:rates.source'), cell: ({ source }) => source },
  ];
}

type RateFacts = ReturnType<typeof useLoaderData<typeof loader>>['facts'];

function useFacts({ first, last, latest, total }: RateFacts): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  if (latest === null || first === null || last === null) return [];
  return [
    {
      label: t('settlement:rates.latest'),
      value: format.date(latest.on),
      note: latest.source,
    },
    {
      label: t('settlement:rates.count'),
      value: format.number(total),
      note: t('settlement:rates.span', {
        from: format.month(first),
        to: format.month(last),
      }),
    },
  ];
}
