import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { SlaTabs } from '~/components/breach/SlaTabs';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import type { KeyFact } from '~/components/KeyFacts';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useContractCreditColumns } from '~/components/settlement/use-contract-credit-columns';
import { MoneyText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import {
  contractCreditSpec,
  listContractCredits,
  sumContractCredits,
} from '~/settlement/credit-contract-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { quartersBetween } from '~/sla/breach-filter';
import { creditChoices } from '~/sla/credit-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'breaches.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, contractCreditSpec);
  const sums = await sumContractCredits(reader, scope, query);
  const { vendors, first, last } = await creditChoices(reader, scope);
  return {
    title: t('settlement:byContract.title'),
    isOwn: person.role === 'vendor',
    query,
    rows: await listContractCredits(reader, scope, query),
    sums,
    total: sums.reduce((count, row) => count + row.contracts, 0),
    vendors: vendors.map(({ code, name }) => ({ value: code, label: name })),
    quarters: first === null || last === null ? [] : quartersBetween(first, last),
  };
}

export default function CreditsByContract() {
  const { title, rows, query, total, isOwn, vendors, quarters } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('settlement:byContract.lead')}
        crumbs={[{ label: t('sla:credits.title'), href: '/credits' }]}
        facts={useFacts()}
        action={<ButtonLink href="/credits">{t('settlement:byContract.linkAll')}</ButtonLink>}
      />
      <SlaTabs current="credits" />
      <DataTable
        name={isOwn ? 'own-credits-by-contract' : 'credits-by-contract'}
        label={title}
        columns={useContractCreditColumns(useLoaderData<typeof loader>())}
        rows={rows}
        rowKey={({ contractId, currency }) => `${contractId}/${currency}`}
        rowHref={({ contractId, contract }) =>
          isOwn ? `/credits?q=${encodeURIComponent(contract)}` : `/contracts/${contractId}/account`
        }
        query={query}
        total={total}
        searchLabel={t(isOwn ? 'settlement:byContract.searchOwn' : 'settlement:byContract.search')}
        filters={[
          ...(isOwn
            ? []
            : [{ name: 'vendor', label: t('common:column.vendor'), options: vendors }]),
          {
            name: 'period',
            label: t('common:column.period'),
            options: quarters.map((text) => {
              const [year = '', quarter = ''] = text.split('-Q');
              return { value: text, label: t('sla:list.quarter', { year, quarter }) };
            }),
          },
        ]}
        exportHref="/credits/contracts/export"
        empty={
          <EmptyState title={t('settlement:byContract.empty')}>
            {t('settlement:byContract.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useFacts(): KeyFact[] {
  const { sums } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  if (sums.length === 0) return [];
  const facts = [
    ['contracted', 'contractedMinor'],
    ['imposed', 'imposedMinor'],
    ['paid', 'paidMinor'],
    ['lost', 'lostMinor'],
  ] as const;
  const owedBack = sums
    .filter(({ owedBackMinor }) => owedBackMinor > 0)
    .map(({ owedBackMinor, currency }) => (
      <div key={currency}>
        {t('settlement:account.owedBack', { amount: format.money(owedBackMinor, currency) })}
      </div>
    ));
  return facts.map(([label, field]) => ({
    label: t(`settlement:account.${label}`),
    value: sums.map((sum) => (
      <div key={sum.currency}>
        <MoneyText minor={sum[field]} currency={sum.currency} />
      </div>
    )),
    ...(label === 'paid' && owedBack.length > 0 && { note: owedBack }),
  }));
}
