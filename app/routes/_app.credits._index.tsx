import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { SlaTabs } from '~/components/breach/SlaTabs';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import type { KeyFact } from '~/components/KeyFacts';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { StateTable } from '~/components/settlement/StateTable';
import { useCreditColumns } from '~/components/settlement/use-credit-columns';
import { MoneyText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { isOpenTo, type CreditBalances } from '~/settlement/credit-line';
import { balancesOf, sumCreditStates } from '~/settlement/credit-total-queries.server';
import { creditTotals } from '~/settlement/credit-totals';
import { intoHouse } from '~/settlement/house-totals.server';
import { parseListQuery } from '~/shared/list-query';
import { formatPeriod } from '~/shared/period';
import { quartersBetween } from '~/sla/breach-filter';
import {
  creditChoices,
  creditListSpec,
  listCredits,
  sumCredits,
} from '~/sla/credit-queries.server';
import { creditStates } from '~/sla/credit-state';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person, can, now } = await requirePerson(args, 'breaches.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, creditListSpec);
  const isOwn = person.role === 'vendor';
  const rows = await listCredits(reader, scope, query);
  const sums = await sumCredits(reader, scope, query);
  const flows = sums.map(inMonth);
  const house = isOwn ? null : await intoHouse(reader, flows);
  const states = await sumCreditStates(reader, scope, query);
  const parts = creditTotals(states);
  const balances = await balancesOf(reader, rows);
  const { vendors, currencies, first, last } = await creditChoices(reader, scope);
  const selectFor = can('credits.decide')
    ? ('claim' as const)
    : can('credits.answer')
      ? ('accept' as const)
      : null;
  const opensTo = (line: CreditBalances & { claimUntil: string | null }) =>
    selectFor !== null && isOpenTo(line, selectFor, dayOf(now));
  return {
    title: t('sla:credits.title'),
    isOwn,
    query,
    rows: rows.map((row) => {
      const own = balances.get(`${row.contractId}/${row.period}`) ?? null;
      return {
        ...row,
        houseMinor: house && house.of(inMonth(row)),
        balances: own,
        canSelect: own !== null && opensTo(own),
      };
    }),
    select: selectFor,
    parts: parts.map(({ flows: own, ...part }) => ({
      ...part,
      houseMinor: house && house.sum(own),
    })),
    total: sums.reduce((count, row) => count + row.rows, 0),
    totals: totalsByCurrency(sums),
    span: spanOf(sums),
    house: house && house.currency,
    houseTotal: house && house.sum(flows),
    vendors: vendors.map(({ code, name }) => ({ value: code, label: name })),
    currencies,
    quarters: first === null || last === null ? [] : quartersBetween(first, last),
  };
}

type Sum = Awaited<ReturnType<typeof sumCredits>>[number];

function inMonth({
  period,
  currency,
  issuedMinor,
}: Pick<Sum, 'period' | 'currency' | 'issuedMinor'>) {
  return { period, currency, minor: issuedMinor };
}

/** The first and last month that the sums are of. */
function spanOf(sums: readonly Sum[]) {
  const periods = sums.map(({ period }) => period);
  return periods.length === 0 ? null : { from: Math.min(...periods), to: Math.max(...periods) };
}

function totalsByCurrency(sums: readonly Sum[]) {
  const totals = new Map<
    string,
    { currency: string; gross: number; capped: number; issued: number }
  >();
  for (const { currency, grossMinor, cappedMinor, issuedMinor } of sums) {
    const before = totals.get(currency) ?? { gross: 0, capped: 0, issued: 0 };
    totals.set(currency, {
      currency,
      gross: before.gross + grossMinor,
      capped: before.capped + cappedMinor,
      issued: before.issued + issuedMinor,
    });
  }
  return [...totals.values()].sort((a, b) => b.issued - a.issued);
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Credits() {
  const { rows, query, total, title, isOwn, select } = useLoaderData<typeof loader>();
  const format = useFormat();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('sla:credits.lead')}
        facts={useFacts()}
        also={
          total > 0 && (
            <ButtonLink href="/credits/contracts">{t('settlement:byContract.link')}</ButtonLink>
          )
        }
      />
      <SlaTabs current="credits" />
      <StateTotals />
      <DataTable
        name={isOwn ? 'own-credits' : 'credits'}
        label={title}
        columns={useCreditColumns(useLoaderData<typeof loader>())}
        rows={rows}
        rowKey={({ contractId, period }) => `${contractId}/${formatPeriod(period)}`}
        {...(select &&
          rows.some(({ canSelect }) => canSelect) && {
            selection: {
              rowLabel: ({ contract, period }: Row) => `${contract}, ${format.month(period)}`,
              canSelect: ({ canSelect }: Row) => canSelect,
              actions: (
                <SubmitButton
                  action={select === 'claim' ? '/credits/claims' : '/credits/acceptances'}
                >
                  {t(
                    select === 'claim'
                      ? 'settlement:act.claimSelected'
                      : 'settlement:act.acceptSelected',
                  )}
                </SubmitButton>
              ),
            },
          })}
        rowHref={({ contractId, period }) =>
          `/contracts/${contractId}/credits/${formatPeriod(period)}`
        }
        query={query}
        total={total}
        searchLabel={t(isOwn ? 'sla:credits.searchOwn' : 'sla:credits.search')}
        filters={useFilters()}
        exportHref="/credits/export"
        empty={<EmptyState title={t('sla:credits.empty')}>{t('sla:credits.emptyHelp')}</EmptyState>}
      />
    </>
  );
}

function StateTotals() {
  const { parts, house, query } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const isAll = query.filters.state.length === 0;
  return isAll && <StateTable parts={parts} house={house} search={search} />;
}

function useFacts(): KeyFact[] {
  const { totals, total, span, house, houseTotal } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const [main] = totals;
  if (!main) return [];
  const months =
    span &&
    (span.from === span.to
      ? format.month(span.from)
      : t('sla:case.span', { from: format.month(span.from), to: format.month(span.to) }));
  const others = totals.slice(1).map(({ issued, currency }) => format.money(issued, currency));
  return [
    {
      label: t('sla:credits.total'),
      value: <MoneyText minor={main.issued} currency={main.currency} />,
      note: [months, ...others].filter(Boolean).join(' · '),
    },
    ...(house !== null && houseTotal !== null && (totals.length > 1 || main.currency !== house)
      ? [
          {
            label: t('sla:credits.house', { currency: house }),
            value: <MoneyText minor={houseTotal} currency={house} />,
            note: t('sla:credits.houseNote'),
          },
        ]
      : []),
    {
      label: t('sla:credits.saved'),
      value: <MoneyText minor={main.gross - main.issued} currency={main.currency} />,
    },
    { label: t('sla:credits.rows'), value: format.number(total) },
  ];
}

function useFilters(): Filter[] {
  const { vendors, currencies, quarters, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    ...(isOwn ? [] : [{ name: 'vendor', label: t('common:column.vendor'), options: vendors }]),
    {
      name: 'period',
      label: t('common:column.period'),
      options: quarters.map((text) => {
        const [year = '', quarter = ''] = text.split('-Q');
        return { value: text, label: t('sla:list.quarter', { year, quarter }) };
      }),
    },
    {
      name: 'state',
      label: t('common:column.status'),
      options: creditStates.map((value) => ({ value, label: t(`common:creditState.${value}`) })),
    },
    ...(currencies.length < 2
      ? []
      : [
          {
            name: 'currency',
            label: t('common:column.currency'),
            options: currencies.map((value) => ({ value, label: value })),
          },
        ]),
  ];
}
