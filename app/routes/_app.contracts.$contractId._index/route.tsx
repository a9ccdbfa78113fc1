import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { AmendmentList } from '~/components/contracts/AmendmentList';
import { ContractBadge } from '~/components/contracts/ContractBadge';
import { ContractHindrances } from '~/components/contracts/ContractHindrances';
import { MoreMenu } from '~/components/contracts/MoreMenu';
import { ContractFacts } from '~/components/contracts/ContractFacts';
import { DeadlineTable, FeeTable } from '~/components/contracts/ContractTables';
import { LifeActions } from '~/components/contracts/LifeActions';
import { LifeSection } from '~/components/contracts/LifeSection';
import { TermChanges } from '~/components/contracts/TermChanges';
import { TermList } from '~/components/contracts/TermList';
import { ContractSettlement } from '~/components/settlement/ContractSettlement';
import { useContractFacts } from '~/components/contracts/use-contract-facts';
import { DocumentList } from '~/components/documents/DocumentList';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { Section, TwoColumns } from '~/components/Section';
import { isAgreedState, isUnderReview } from '~/contracts/contract';
import { findContract } from '~/contracts/contract-queries.server';
import { found, recordId } from '~/shared/record-id';
import { loadContractPage } from './load-page.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'contracts.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(visit.reader, visit.scope, contractId));
  return loadContractPage(visit, contract);
}

export default function ContractPage() {
  const page = useLoaderData<typeof loader>();
  const { contract, isOwn, terms, fees, standing, deadlines, life, hindrances } = page;
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={contract.title}
        crumbs={[{ label: t(isOwn ? 'contracts:own' : 'contracts:title'), href: '/contracts' }]}
        state={<ContractBadge standing={standing} />}
        facts={useContractFacts(page)}
        also={<Actions />}
        action={isAgreedState(contract.state) ? <AddTerm /> : <Life />}
      />
      <ContractHindrances contract={contract} hindrances={hindrances} />
      {isAgreedState(contract.state) &&
        contract.signedLater !== null &&
        !page.documents.some(({ kind }) => kind === 'contract') && (
          <Callout>{t('contracts:life.documentLater', { reason: contract.signedLater })}</Callout>
        )}
      {contract.demonstration && <Callout>{t('contracts:page.demonstration')}</Callout>}
      <TwoColumns side={<Side />}>
        <Terms />
        {deadlines.length > 0 && (
          <Section title={t('contracts:page.deadlines')} help={t('contracts:page.deadlinesHelp')}>
            <DeadlineTable deadlines={deadlines} />
          </Section>
        )}
        {life && <LifeSection state={contract.state} {...life} />}
        <Documents />
        <AmendmentList base={base} amendments={page.amendments} versions={page.versions} />
        <TermChanges terms={terms} base={base} />
        {fees.length > 0 && (
          <Section title={t('contracts:page.fees')}>
            <FeeTable fees={fees} currency={contract.currency} />
          </Section>
        )}
      </TwoColumns>
    </>
  );
}

function AddTerm() {
  const { contract, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  if (!canWrite || isUnderReview(contract.state)) return null;
  return (
    <ButtonLink
      href={`/contracts/${contract.id}/terms/new`}
      look={isAgreedState(contract.state) ? 'primary' : 'secondary'}
    >
      {t('contracts:page.addTerm')}
    </ButtonLink>
  );
}

function Terms() {
  const { contract, isOwn, terms } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section
      title={t('contracts:page.terms')}
      action={isAgreedState(contract.state) ? undefined : <AddTerm />}
    >
      {terms.length === 0 ? (
        <EmptyState title={t('contracts:page.noTerms')}>
          {t(isOwn ? 'contracts:page.noTermsOwn' : 'contracts:page.noTermsHelp')}
        </EmptyState>
      ) : (
        <TermList terms={terms} base={`/contracts/${contract.id}`} />
      )}
    </Section>
  );
}

function Documents() {
  const { contract, canWrite, documents, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section
      title={t('documents:section')}
      action={
        canWrite && (
          <ButtonLink href={`/contracts/${contract.id}/documents/new`}>
            {t('documents:upload')}
          </ButtonLink>
        )
      }
    >
      <DocumentList documents={documents} today={today} />
    </Section>
  );
}

function Actions() {
  const { contract, canWrite, standing, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  if (isOwn) return null;
  const base = `/contracts/${contract.id}`;
  const canRenew = canWrite && contract.state === 'active' && contract.renewal === 'express';
  const canEnd = canWrite && contract.state === 'active' && standing !== 'ended';
  return (
    <>
      <MoreMenu
        items={[
          { href: `${base}/clauses`, label: t('clauses:tabs.clauses') },
          { href: `${base}/document`, label: t('contracts:page.document'), download: true },
          { href: `${base}/ocds`, label: t('contracts:page.ocds'), download: true },
          ...(canRenew ? [{ href: `${base}/renewal`, label: t('contracts:page.renew') }] : []),
          ...(canEnd
            ? [{ href: `${base}/termination`, label: t('contracts:page.terminate') }]
            : []),
        ]}
      />
      {canWrite && !isUnderReview(contract.state) && (
        <ButtonLink href={`${base}/edit`}>{t('contracts:page.edit')}</ButtonLink>
      )}
    </>
  );
}

function Life() {
  const { contract, lifeActions, hindrances } = useLoaderData<typeof loader>();
  return <LifeActions contractId={contract.id} hindrances={hindrances} {...lifeActions} />;
}

function Side() {
  const { contract, calendar, scope, due, ends, isOwn, settlement, canWrite } =
    useLoaderData<typeof loader>();
  return (
    <>
      <ContractFacts
        contract={contract}
        calendar={calendar}
        scope={scope}
        due={due}
        ends={ends}
        isOwn={isOwn}
      />
      {settlement && (
        <ContractSettlement
          contract={contract}
          terms={settlement}
          canWrite={canWrite}
          canReadAccount={!isOwn}
        />
      )}
    </>
  );
}
