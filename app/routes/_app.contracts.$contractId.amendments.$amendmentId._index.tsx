import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { AmendmentChanges } from '~/components/contracts/AmendmentChanges';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { useFormat } from '~/components/use-format';
import { mayDecide, wholeTimeFields } from '~/contracts/amendment';
import { findAmendment, versionsOfContract } from '~/contracts/amendment-queries.server';
import { findContract } from '~/contracts/contract-queries.server';
import { documentBefore } from '~/contracts/document-before.server';
import { shownChanges } from '~/contracts/shown-changes.server';
import { found, notFound, recordId } from '~/shared/record-id';

export const meta = pageTitle;

/** An amendment as a difference, with what can be done about it. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person, can } = await requirePerson(args, 'contracts.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const amendment = found(
    await findAmendment(reader, scope, contractId, recordId(args.params['amendmentId'])),
  );
  const isOwn = person.role === 'vendor';
  // A vendor sees what holds; what we only think about is ours.
  if (isOwn && amendment.state !== 'approved') throw notFound();
  const isOpen = amendment.state === 'draft' || amendment.state === 'proposed';
  const { changes, ...shown } = amendment;
  const fields = changes.flatMap((one) => (one.kind === 'fields' ? Object.keys(one.fields) : []));
  return {
    title: t('contracts:amendment.title', { number: amendment.number }),
    contract: { id: contractId, title: contract.title, number: contract.number },
    amendment: isOwn
      ? { ...shown, reason: null, remarks: null, proposedByName: null, decidedByName: null }
      : shown,
    changes: await shownChanges(reader, scope, contract, changes, {
      ...{ locale, isOwn },
      before: isOpen ? null : await documentBefore(reader, amendment),
      effectiveFrom: amendment.effectiveFrom,
    }),
    touchesPast: isOpen && fields.some((name) => wholeTimeFields.includes(name)),
    mayPropose: can('contracts.write') && amendment.state === 'draft',
    mayWithdraw: can('contracts.write') && isOpen,
    mayDecide: can('contracts.approve') && mayDecide(amendment, person.id).ok,
    versions: (await versionsOfContract(reader, contractId)).length,
  };
}

const tones = {
  draft: 'quiet',
  proposed: 'attention',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
} as const;

export default function AmendmentPage() {
  const { title, contract, amendment, changes, touchesPast } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        state={
          <StateBadge tone={tones[amendment.state]}>
            {t(`contracts:amendment.state.${amendment.state}`)}
          </StateBadge>
        }
        lead={amendment.reason ?? undefined}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: `/contracts/${contract.id}` },
        ]}
        facts={useFacts()}
        also={<Other />}
        action={<Main />}
      />
      {amendment.remarks && <Callout>{amendment.remarks}</Callout>}
      {touchesPast && <Callout>{t('contracts:amendment.touchesPast')}</Callout>}
      <Section title={t('contracts:amendment.changes')}>
        <AmendmentChanges changes={changes} />
      </Section>
    </>
  );
}

function useFacts() {
  const { amendment, contract } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const who = [
    ['contracts:amendment.proposedBy', amendment.proposedByName, amendment.proposedAt],
    ['contracts:amendment.decidedBy', amendment.decidedByName, amendment.decidedAt],
  ] as const;
  return [
    { label: t('common:column.number'), value: contract.number },
    {
      label: t('contracts:amendment.effectiveFrom'),
      value: amendment.effectiveFrom ? format.date(amendment.effectiveFrom) : t('common:notSet'),
    },
    ...who.flatMap(([label, name, at]) =>
      name && at ? [{ label: t(label), value: name, note: format.instant(at) }] : [],
    ),
  ];
}

function Main() {
  const { contract, amendment, mayPropose, mayDecide } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}/amendments/${amendment.id}`;
  if (mayPropose)
    return (
      <ButtonLink href={`${base}/proposal`} look="primary">
        {t('contracts:amendment.propose')}
      </ButtonLink>
    );
  if (!mayDecide) return null;
  return (
    <ConfirmButton
      label={t('contracts:amendment.approve')}
      action={`${base}/approval`}
      look="primary"
      openLook="primary"
    >
      {t('contracts:amendment.approveHelp')}
    </ConfirmButton>
  );
}

function Other() {
  const { contract, amendment, mayWithdraw, mayDecide } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}/amendments/${amendment.id}`;
  return (
    <>
      {mayDecide && (
        <ButtonLink href={`${base}/rejection`}>{t('contracts:amendment.reject')}</ButtonLink>
      )}
      {mayWithdraw && (
        <ConfirmButton label={t('contracts:amendment.withdraw')} action={`${base}/withdrawal`}>
          {t('contracts:amendment.withdrawHelp')}
        </ConfirmButton>
      )}
    </>
  );
}
