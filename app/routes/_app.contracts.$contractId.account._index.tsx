import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import type { KeyFact } from '~/components/KeyFacts';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { ManualEntries } from '~/components/settlement/ManualEntries';
import { useAccountColumns } from '~/components/settlement/use-account-columns';
import { MoneyText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { isAgreedState } from '~/contracts/contract';
import { findContract } from '~/contracts/contract-queries.server';
import {
  accountSpec,
  creditsOfContract,
  listAccount,
  sumAccount,
} from '~/settlement/account-queries.server';
import { contracted, imposed, lost, paid } from '~/settlement/credit-line';
import { manualEntriesOf } from '~/settlement/manual-entry-queries.server';
import { accountKinds, type AccountKind } from '~/settlement/statement-sheet';
import { parseListQuery } from '~/shared/list-query';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, can } = await requirePerson(args, 'accounts.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const query = parseListQuery(new URL(args.request.url).searchParams, accountSpec);
  const sums = await sumAccount(reader, scope, contractId, query);
  const credits = await creditsOfContract(reader, scope, contractId);
  const minorOf = (kind: AccountKind) => sums.get(kind)?.minor ?? 0;
  return {
    title: t('settlement:account.title', { contract: contract.number }),
    contract: {
      ...{ id: contractId, title: contract.title, currency: contract.currency },
      ...{ number: contract.number, demonstration: contract.demonstration },
    },
    query,
    rows: await listAccount(reader, scope, contractId, query),
    total: [...sums.values()].reduce((count, { rows }) => count + rows, 0),
    balanceMinor: [...sums.values()].reduce((sum, { minor }) => sum + minor, 0),
    bonusMinor: minorOf('bonus'),
    penaltyMinor: minorOf('penalty'),
    credits: {
      contracted: contracted(credits),
      imposed: imposed(credits),
      paid: paid(credits),
      lost: lost(credits),
      owedBack: credits.owedBack,
    },
    byHand: await manualEntriesOf(reader, scope, contractId),
    mayPropose: can('accounts.write') && isAgreedState(contract.state),
  };
}

export default function Account() {
  const { title, contract, rows, query, total, balanceMinor, byHand, mayPropose } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('settlement:account.lead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: base },
        ]}
        facts={useFacts()}
        {...(mayPropose && {
          action: (
            <ButtonLink href={`${base}/entries/new`} look="primary">
              {t('settlement:manual.propose')}
            </ButtonLink>
          ),
        })}
      />
      {contract.demonstration && <Callout>{t('settlement:page.demonstration')}</Callout>}
      <Section title={t('settlement:account.entries')}>
        <DataTable
          name="account"
          label={t('settlement:account.entries')}
          columns={useAccountColumns(contract.currency, balanceMinor)}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ statementId }) =>
            statementId === null ? null : `/statements/${statementId}`
          }
          query={query}
          total={total}
          filters={[
            {
              name: 'kind',
              label: t('settlement:account.kind'),
              options: accountKinds.map((value) => ({
                value,
                label: t(`settlement:account.kinds.${value}`),
              })),
            },
          ]}
          exportHref={`${base}/account/export`}
          empty={
            <EmptyState title={t('settlement:account.empty')}>
              {t('settlement:account.emptyHelp')}
            </EmptyState>
          }
        />
      </Section>
      <ManualEntries entries={byHand} contractId={contract.id} />
    </>
  );
}

/** What the contract gives, what we imposed of it and what was paid stand apart. */
function useFacts(): KeyFact[] {
  const { contract, credits, bonusMinor, penaltyMinor } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => <MoneyText minor={minor} currency={contract.currency} />;
  return [
    { label: t('settlement:account.contracted'), value: money(credits.contracted) },
    {
      label: t('settlement:account.imposed'),
      value: money(credits.imposed),
      note: t('settlement:account.imposedNote'),
    },
    {
      label: t('settlement:account.paid'),
      value: money(credits.paid),
      note:
        credits.owedBack === 0
          ? t('settlement:account.paidNote')
          : t('settlement:account.owedBack', {
              amount: format.money(credits.owedBack, contract.currency),
            }),
    },
    { label: t('settlement:account.bonuses'), value: money(bonusMinor) },
    { label: t('settlement:account.penalties'), value: money(penaltyMinor) },
  ];
}
