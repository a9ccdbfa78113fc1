import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { Amount } from '~/components/breach/Amount';
import { SlaTabs } from '~/components/breach/SlaTabs';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { KeyFact } from '~/components/KeyFacts';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { StatementBadge } from '~/components/settlement/StatementBadge';
import { MoneyText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { useVendorMonthColumns } from '~/components/use-vendor-month-columns';
import { houseTotals } from '~/settlement/house-totals.server';
import { movement, statementStates } from '~/settlement/statement';
import {
  listStatements,
  statementChoices,
  statementListSpec,
  sumStatements,
} from '~/settlement/statement-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { formatPeriod } from '~/shared/period';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'statements.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, statementListSpec);
  const isOwn = person.role === 'vendor';
  const sums = await sumStatements(reader, scope, query);
  const added = sums.map((sum) => ({
    period: sum.period,
    currency: sum.currency,
    minor: movement({ ...sum, correctionMinor: 0 }),
  }));
  const inState = (state: string) =>
    sums.filter((sum) => sum.state === state).reduce((rows, sum) => rows + sum.rows, 0);
  return {
    title: t('settlement:title'),
    isOwn,
    query,
    rows: await listStatements(reader, scope, query),
    total: sums.reduce((rows, sum) => rows + sum.rows, 0),
    fees: byCurrency(sums, ({ feeMinor }) => feeMinor),
    credits: byCurrency(sums, ({ creditMinor, bonusMinor }) => creditMinor + bonusMinor),
    house: isOwn ? null : await houseTotals(reader, added),
    open: { sent: inState('sent'), draft: inState('draft'), agreed: inState('agreed') },
    choices: await statementChoices(reader, scope),
  };
}

type Sum = Awaited<ReturnType<typeof sumStatements>>[number];

function byCurrency(sums: readonly Sum[], amountOf: (sum: Sum) => number) {
  const totals = new Map<string, number>();
  for (const sum of sums) totals.set(sum.currency, (totals.get(sum.currency) ?? 0) + amountOf(sum));
  return [...totals].map(([currency, minor]) => ({ currency, minor }));
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Statements() {
  const { title, rows, query, total, isOwn, choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={title}
        lead={t(isOwn ? 'settlement:ownLead' : 'settlement:lead')}
        facts={useFacts()}
      />
      <SlaTabs current="statements" />
      <DataTable
        name={isOwn ? 'own-statements' : 'statements'}
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/statements/${id}`}
        query={query}
        total={total}
        searchLabel={t(isOwn ? 'settlement:list.searchOwn' : 'settlement:list.search')}
        filters={[
          {
            name: 'state',
            label: t('common:column.status'),
            options: statementStates
              .filter((state) => !isOwn || state !== 'draft')
              .map((value) => ({ value, label: t(`settlement:state.${value}`) })),
          },
          ...(isOwn
            ? []
            : [
                {
                  name: 'vendor',
                  label: t('common:column.vendor'),
                  options: choices.vendors.map(({ code, name }) => ({ value: code, label: name })),
                },
              ]),
          {
            name: 'period',
            label: t('common:column.period'),
            options: choices.months.map((period) => ({
              value: formatPeriod(period),
              label: format.month(period),
            })),
          },
        ]}
        exportHref="/statements/export"
        empty={
          <EmptyState title={t('settlement:list.empty')}>
            {t(isOwn ? 'settlement:list.emptyOwn' : 'settlement:list.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useFacts(): KeyFact[] {
  const { fees, credits, house, open, isOwn, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const [fee, ...otherFees] = fees;
  const [credit, ...otherCredits] = credits;
  if (!fee || !credit || total === 0) return [];
  const rest = (others: typeof fees) =>
    others.map(({ minor, currency }) => format.money(minor, currency)).join(' · ');
  const link = (state: string, count: number) => <a href={`/statements?state=${state}`}>{count}</a>;
  return [
    {
      label: t('settlement:list.fees'),
      value: <MoneyText {...fee} />,
      note: (
        <>
          {rest(otherFees)}
          {otherFees.length > 0 && ' · '}
          {house?.minor != null && (
            <a href="/rates">
              {t('settlement:list.houseNote', {
                amount: format.money(house.minor, house.currency),
              })}
            </a>
          )}
        </>
      ),
    },
    {
      label: t('settlement:list.credits'),
      value: <MoneyText {...credit} />,
      note: rest(otherCredits),
    },
    ...(isOwn ? [] : [{ label: t('settlement:list.toSend'), value: link('draft', open.draft) }]),
    {
      label: t(isOwn ? 'settlement:list.toAgreeOwn' : 'settlement:list.toAgree'),
      value: link('sent', open.sent),
    },
    ...(isOwn
      ? []
      : [{ label: t('settlement:list.toSettle'), value: link('agreed', open.agreed) }]),
  ];
}

function useColumns(): Column<Row>[] {
  const { isOwn, fees, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const vendorMonth = useVendorMonthColumns<Row>(isOwn);
  const unit = fees.length === 1 && fees[0] ? { unit: fees[0].currency } : {};
  const money = (key: string, header: string, minorOf: (row: Row) => number): Column<Row> => ({
    key,
    header,
    ...unit,
    align: 'end',
    cell: (row) => (
      <Amount minor={minorOf(row)} currency={row.currency} named={fees.length !== 1} />
    ),
  });
  /** A part of the total that most months do not have: shown where it is needed for the rows to add up. */
  const whereAny = (key: string, header: string, minorOf: (row: Row) => number): Column<Row> => ({
    ...money(key, header, minorOf),
    hidden: rows.every((row) => minorOf(row) === 0),
  });
  const credit = money('credit', t('settlement:column.credits'), (row) => row.creditMinor);
  const fee = money('fee', t('settlement:column.fee'), ({ feeMinor }) => feeMinor);
  return [
    ...vendorMonth,
    {
      key: 'contract',
      header: t('common:column.contract'),
      card: 'name',
      sort: 'contract',
      cell: ({ contract }) => <span className="unbroken">{contract}</span>,
    },
    {
      ...fee,
      cell: (row) => (row.feeOpen ? t('common:outcome.no_data') : fee.cell(row)),
    },
    {
      ...credit,
      cell: (row) => (
        <>
          {credit.cell(row)}
          {row.creditMinor > 0 && <small> {t('settlement:list.givenBack')}</small>}
        </>
      ),
    },
    money('bonus', t('settlement:column.bonus'), (row) => row.bonusMinor),
    whereAny('penalty', t('settlement:sum.penalty'), (row) => row.penaltyMinor),
    whereAny('correction', t('settlement:sum.correction'), (row) => row.correctionMinor),
    whereAny('carried', t('settlement:column.carried'), (row) => row.carriedMinor),
    { ...money('total', t('settlement:column.total'), (row) => row.totalMinor), sort: 'total' },
    {
      key: 'invoice',
      header: t('settlement:column.invoice'),
      cell: ({ invoiceNumber }) => invoiceNumber,
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => <StatementBadge state={state} />,
    },
  ];
}
