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
import { isAgreedState, isUnderReview, lastDayInForce, standingOn } from '~/contracts/contract';
import { amendmentsOfContract, versionsOfContract } from '~/contracts/amendment-queries.server';
import { hindrancesOf } from '~/contracts/hindrances.server';
import { mayApprove } from '~/contracts/approval';
import { approvalState } from '~/contracts/contract-step-queries.server';
import { feeSpans } from '~/contracts/contract-form';
import { findContract, scopeOfContract } from '~/contracts/contract-queries.server';
import { noticeHolidays, reportDueWithCalendar } from '~/contracts/holidays.server';
import { reportDueOf } from '~/contracts/contract-record';
import { feesByContract } from '~/contracts/month-fees.server';
import { currentTermEnd, noticeBy, vendorNoticeBy } from '~/contracts/renewal';
import { reportDeadlines } from '~/contracts/report-deadlines';
import { termsForReader } from '~/contracts/term-on-page';
import { termsOfContracts } from '~/contracts/term-queries.server';
import { documentsOf } from '~/documents/document-queries.server';
import { settlementTermsOf } from '~/contracts/keep-settlement-terms.server';
import { localDate } from '~/shared/calendar';
import { countryName } from '~/shared/country-codes';
import { found, recordId } from '~/shared/record-id';
import { zoneName } from '~/shared/zone-name';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, locale, person, can } = await requirePerson(args, 'contracts.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const today = localDate(now, contract.timeZone);
  const isOwn = person.role === 'vendor';
  const terms = await termsOfContracts(reader, scope, [contractId]);
  const due = reportDueOf(contract);
  const holidays = await noticeHolidays([contract], today);
  const { steps, missing } = await approvalState(reader, contract, now);
  return {
    title: contract.title,
    contract: isOwn ? { ...contract, acceptsAlone: false, signedLater: null } : contract,
    calendar: {
      zone: zoneName(contract.timeZone, locale),
      country: contract.calendarCountry && countryName(contract.calendarCountry, locale),
    },
    today,
    isOwn,
    canWrite: can('contracts.write'),
    canReadVendor: can('vendors.read'),
    standing: standingOn(contract, today),
    ends: currentTermEnd(contract, today),
    noticeBy: (isOwn ? vendorNoticeBy : noticeBy)(contract, today, holidays(contract)),
    amendments: (await amendmentsOfContract(reader, contractId))
      .filter(({ state }) => !isOwn || state === 'approved')
      .map(({ changes: _, ...amendment }) =>
        isOwn
          ? { ...amendment, reason: null, remarks: null, proposedByName: null, decidedByName: null }
          : amendment,
      ),
    versions: await versionsOfContract(reader, contractId).then((all) =>
      all.map(({ id, version, effectiveFrom }) => ({ id, version, effectiveFrom })),
    ),
    documents: await documentsOf(reader, scope, { kind: 'contract', id: contractId }),
    life: isOwn ? null : { steps, missing },
    hindrances: isOwn ? { vendor: null, gaps: 0 } : await hindrancesOf(reader, scope, contract),
    lifeActions: {
      state: contract.state,
      canWrite: can(contract.state === 'approved' ? 'contracts.sign' : 'contracts.write'),
      canApproveNow: can('contracts.approve') && mayApprove(steps, person.id).ok,
      canReturn: can('contracts.approve'),
    },
    due,
    deadlines: reportDeadlines(
      contract.startsOn,
      lastDayInForce(contract),
      await reportDueWithCalendar(contract),
      today,
    ),
    settlement: can('statements.read') ? await settlementTermsOf(reader, contractId) : null,
    fees: feeSpans((await feesByContract(reader, [contract])).get(contractId)?.monthly ?? []),
    scope: await scopeOfContract(reader, contractId),
    terms: termsForReader(terms, { locale, today, startsOn: contract.startsOn, isOwn }),
  };
}

export default function ContractPage() {
  const {
    contract,
    isOwn,
    canWrite,
    terms,
    fees,
    standing,
    deadlines,
    life,
    hindrances,
    amendments,
    versions,
    documents,
    today,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  const add = canWrite && !isUnderReview(contract.state) && (
    <ButtonLink
      href={`${base}/terms/new`}
      look={isAgreedState(contract.state) ? 'primary' : 'secondary'}
    >
      {t('contracts:page.addTerm')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={contract.title}
        crumbs={[{ label: t(isOwn ? 'contracts:own' : 'contracts:title'), href: '/contracts' }]}
        state={<ContractBadge standing={standing} />}
        facts={useContractFacts(useLoaderData<typeof loader>())}
        also={<Actions />}
        action={isAgreedState(contract.state) ? add : <Life />}
      />
      <ContractHindrances contract={contract} hindrances={hindrances} />
      {isAgreedState(contract.state) &&
        contract.signedLater !== null &&
        !documents.some(({ kind }) => kind === 'contract') && (
          <Callout>{t('contracts:life.documentLater', { reason: contract.signedLater })}</Callout>
        )}
      {contract.demonstration && <Callout>{t('contracts:page.demonstration')}</Callout>}
      <TwoColumns side={<Side />}>
        <Section
          title={t('contracts:page.terms')}
          action={isAgreedState(contract.state) ? undefined : add}
        >
          {terms.length === 0 ? (
            <EmptyState title={t('contracts:page.noTerms')}>
              {t(isOwn ? 'contracts:page.noTermsOwn' : 'contracts:page.noTermsHelp')}
            </EmptyState>
          ) : (
            <TermList terms={terms} base={base} />
          )}
        </Section>
        {deadlines.length > 0 && (
          <Section title={t('contracts:page.deadlines')} help={t('contracts:page.deadlinesHelp')}>
            <DeadlineTable deadlines={deadlines} />
          </Section>
        )}
        {life && <LifeSection state={contract.state} {...life} />}
        <Section
          title={t('documents:section')}
          action={
            canWrite && (
              <ButtonLink href={`${base}/documents/new`}>{t('documents:upload')}</ButtonLink>
            )
          }
        >
          <DocumentList documents={documents} today={today} />
        </Section>
        <AmendmentList base={base} amendments={amendments} versions={versions} />
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
