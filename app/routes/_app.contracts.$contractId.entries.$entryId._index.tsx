import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DocumentList } from '~/components/documents/DocumentList';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { ManualBadge } from '~/components/settlement/ManualBadge';
import { MoneyText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { findContract } from '~/contracts/contract-queries.server';
import { documentsOf } from '~/documents/document-queries.server';
import { mayDecideManual, mayWithdrawManual } from '~/settlement/manual-entry';
import { findManualEntry } from '~/settlement/manual-entry-queries.server';
import { formatMonth } from '~/shared/format';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

/** A bonus or penalty that somebody proposed by hand, with its evidence and what can be done about it. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person, now, can } = await requirePerson(args, 'accounts.read');
  const contractId = recordId(args.params['contractId']);
  const entryId = recordId(args.params['entryId']);
  const contract = found(await findContract(reader, scope, contractId));
  const entry = found(await findManualEntry(reader, scope, contractId, entryId));
  const mayWrite = can('accounts.write');
  return {
    title: t(`settlement:manual.pageTitle.${entry.kind}`, {
      month: formatMonth(entry.period, locale),
    }),
    contract: {
      id: contract.id,
      number: contract.number,
      title: contract.title,
      vendor: contract.vendorName,
    },
    entry,
    documents: await documentsOf(reader, scope, { kind: 'manual_entry', id: entryId }),
    today: dayOf(now),
    mayDecide: mayWrite && mayDecideManual(entry, person.id).ok,
    mayWithdraw: mayWrite && mayWithdrawManual(entry, person.id).ok,
  };
}

export default function ManualEntryPage() {
  const { title, contract, entry, documents, today, mayWithdraw } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={contract.vendor}
        state={<ManualBadge state={entry.state} />}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: `/contracts/${contract.id}` },
          {
            label: t('settlement:account.title', { contract: contract.number }),
            href: `/contracts/${contract.id}/account`,
          },
        ]}
        facts={useFacts()}
        also={<Other />}
        action={<Main />}
      />
      {entry.remarks && <Callout>{entry.remarks}</Callout>}
      {mayWithdraw && <Callout>{t('settlement:manual.waits')}</Callout>}
      <Section title={t('settlement:manual.reason')} help={t('settlement:manual.reasonHelp')}>
        <p>{entry.reason}</p>
      </Section>
      <Section title={t('settlement:manual.evidence')}>
        <p>{entry.evidence}</p>
        <DocumentList documents={documents} today={today} empty={t('settlement:manual.noFiles')} />
      </Section>
    </>
  );
}

function useFacts() {
  const { entry } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      label: t('settlement:manual.amount'),
      value: <MoneyText minor={entry.amountMinor} currency={entry.currency} />,
    },
    {
      label: t('settlement:manual.proposedBy'),
      value: entry.proposer ?? t('common:none'),
      note: format.instant(entry.proposedAt),
    },
    ...(entry.decidedAt === null
      ? []
      : [
          {
            label: t('settlement:manual.decidedBy'),
            value: entry.decider ?? t('common:none'),
            note: format.instant(entry.decidedAt),
          },
        ]),
  ];
}

function Main() {
  const { contract, entry, mayDecide } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  if (!mayDecide) return null;
  return (
    <ConfirmButton
      label={t('settlement:manual.approve')}
      title={t('settlement:manual.approveTitle', {
        amount: format.money(entry.amountMinor, entry.currency),
      })}
      action={`/contracts/${contract.id}/entries/${entry.id}/approval`}
      look="primary"
      openLook="primary"
    >
      {t('settlement:manual.approveHelp')}
    </ConfirmButton>
  );
}

function Other() {
  const { contract, entry, mayDecide, mayWithdraw } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}/entries/${entry.id}`;
  return (
    <>
      {mayDecide && (
        <ButtonLink href={`${base}/rejection`}>{t('settlement:manual.reject')}</ButtonLink>
      )}
      {mayWithdraw && (
        <ConfirmButton label={t('settlement:manual.withdraw')} action={`${base}/withdrawal`}>
          {t('settlement:manual.withdrawHelp')}
        </ConfirmButton>
      )}
    </>
  );
}
