import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { measureName } from '~/actions/measure';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { SlaTabs } from '~/components/breach/SlaTabs';
import { useBreachColumns } from '~/components/breach/use-breach-columns';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import type { KeyFact } from '~/components/KeyFacts';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { MoneyText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import { parseListQuery } from '~/shared/list-query';
import { nameFor } from '~/shared/named';
import { periodOfDate } from '~/shared/period';
import { breachChoices, breachFigures } from '~/sla/breach-figures-queries.server';
import { breachListSpec, countBreaches, listBreaches } from '~/sla/breach-list-queries.server';
import { BREACH_KINDS } from '~/sla/evaluation';
import { breachStates, quartersBetween, waits } from '~/sla/breach-filter';

export const meta = pageTitle;

const MONTHS_OF_CREDITS = 12;
/** A vendor's list is read as cards on a phone. */
const ROWS_ON_A_PHONE = 25;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now, person } = await requirePerson(args, 'breaches.read');
  const isOwn = person.role === 'vendor';
  const query = parseListQuery(new URL(args.request.url).searchParams, {
    ...breachListSpec,
    ...(isOwn && { pageSize: ROWS_ON_A_PHONE }),
  });
  const today = dayOf(now);
  const rows = await listBreaches(reader, scope, query, today);
  const choices = await breachChoices(reader, scope);
  const { first, last } = choices;
  return {
    title: t('sla:title'),
    isOwn,
    today,
    query,
    total: await countBreaches(reader, scope, query, today),
    figures: await breachFigures(reader, scope, today, periodOfDate(today) - MONTHS_OF_CREDITS),
    vendors: choices.vendors.map(({ code, name }) => ({ value: code, label: name })),
    kpis: choices.kpis.map((kpi) => ({ value: kpi.code, label: nameFor(kpi, locale) })),
    quarters: first === null || last === null ? [] : quartersBetween(first, last),
    rows: rows.map(({ kpi, service, market, ...row }) => ({
      ...row,
      kpi: measureName({ kpi, service, market }, { t, locale }),
    })),
  };
}

export default function Breaches() {
  const { rows, query, total, title, isOwn, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t(isOwn ? 'sla:ownLead' : 'sla:lead')} facts={useFacts()} />
      <SlaTabs current="breaches" />
      <DataTable
        name={isOwn ? 'own-breaches' : 'breaches'}
        label={title}
        columns={useBreachColumns({ rows, isOwn, today })}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/breaches/${id}`}
        query={query}
        total={total}
        searchLabel={t(isOwn ? 'sla:list.searchOwn' : 'sla:list.search')}
        filters={useFilters()}
        exportHref="/breaches/export"
        empty={<EmptyState title={t('sla:list.empty')}>{t('sla:list.emptyHelp')}</EmptyState>}
      />
    </>
  );
}

function useFacts(): KeyFact[] {
  const { figures, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { label: t('sla:fact.open'), value: format.number(figures.open) },
    isOwn
      ? {
          label: t('sla:fact.waitsForYou'),
          value: format.number(figures.vendor),
          note: t('sla:fact.waitsForYouNote'),
        }
      : {
          label: t('sla:fact.waitsForUs'),
          value: format.number(figures.us),
          note: t('sla:fact.waitsForUsNote'),
        },
    { label: t('sla:fact.overdue'), value: format.number(figures.overdue) },
    ...(figures.latest
      ? [
          {
            label: t('sla:fact.latest', { month: format.month(figures.latest.period) }),
            value: format.number(figures.latest.count),
          },
        ]
      : []),
    ...figures.credits.slice(0, 1).map(({ minor, currency }) => ({
      label: t('sla:fact.credits'),
      value: <MoneyText minor={minor} currency={currency} />,
      note: figures.credits
        .slice(1)
        .map((other) => format.money(other.minor, other.currency))
        .join(' · '),
    })),
  ];
}

function useFilters(): Filter[] {
  const { vendors, kpis, quarters, query, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const named = query.filters.period.filter((text) => !quarters.includes(text));
  const quarter = (text: string) => {
    const [year = '', number = ''] = text.split('-Q');
    return { value: text, label: t('sla:list.quarter', { year, quarter: number }) };
  };
  return [
    {
      name: 'state',
      label: t('sla:list.caseState'),
      options: breachStates.map((value) => ({
        value,
        label: value === 'withdrawn' ? t('sla:list.withdrawn') : t(`common:caseState.${value}`),
      })),
    },
    {
      name: 'wait',
      label: t('sla:list.wait'),
      options: waits.map((value) => ({ value, label: t(`sla:wait.${value}`) })),
    },
    {
      name: 'severity',
      label: t('common:column.severity'),
      options: SEVERITIES.map((value) => ({ value, label: t(`common:severity.${value}`) })),
    },
    {
      name: 'kind',
      label: t('sla:list.kind'),
      options: BREACH_KINDS.map((value) => ({ value, label: t(`common:breachKind.${value}`) })),
    },
    ...(isOwn ? [] : [{ name: 'vendor', label: t('common:column.vendor'), options: vendors }]),
    { name: 'kpi', label: t('common:column.kpi'), options: kpis },
    {
      name: 'period',
      label: t('common:column.period'),
      options: [
        ...quarters.map(quarter),
        ...named.map((text) => ({ value: text, label: monthLabel(text, format.month) })),
      ],
    },
  ];
}

/** A month or year that the URL names beside the quarters. */
function monthLabel(text: string, month: (period: number) => string): string {
  const [year = '', number] = text.split('-');
  return number ? month(Number(year) * 12 + Number(number) - 1) : year;
}
