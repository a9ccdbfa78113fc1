import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink } from '~/components/form/buttons';
import type { KeyFact } from '~/components/KeyFacts';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { VendorBadge } from '~/components/registers/VendorBadge';
import { TwoColumns } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { VendorPerformance } from '~/components/VendorPerformance';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { Actions } from './Actions';
import { Assessments } from './Assessments';
import { Certificates } from './Certificates';
import { Certification } from './Certification';
import { Identifiers } from './Identifiers';
import { Documents } from './Documents';
import { loadVendorPage, type VendorPage } from './load-page.server';
import { Contracts, Offerings } from './Offerings';
import { Risks } from './Risks';
import { Contacts, Details, History, TierFacts } from './Side';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'vendors.read');
  const vendorId = recordId(args.params['vendorId']);
  const vendor = found(await findVendor(visit.reader, visit.scope, vendorId));
  return loadVendorPage(visit, vendor);
}

export default function VendorRecord() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { vendor, may } = page;
  const base = `/vendors/${vendor.id}`;
  // Whoever is being looked at goes on by a decision, not by a change of status.
  const isDecidedNext = may.decide && vendor.status === 'screening';
  return (
    <>
      <PageHeader
        title={vendor.name}
        crumbs={[{ label: t('vendors:title'), href: '/vendors' }]}
        state={<VendorBadge status={vendor.status} />}
        lead={vendor.demonstration ? t('vendors:demonstration') : undefined}
        facts={useKeyFacts(page)}
        also={
          <>
            <ButtonLink href={`${base}/checks`}>{t('diligence:vendorChecks.link')}</ButtonLink>
            <ButtonLink href={`${base}/company`}>{t('company:ours.link')}</ButtonLink>
            {may.write && <ButtonLink href={`${base}/edit`}>{t('common:action.edit')}</ButtonLink>}
          </>
        }
        action={
          may.approve && (
            <ButtonLink href={`${base}/${isDecidedNext ? 'admission' : 'status'}`} look="primary">
              {t(isDecidedNext ? 'assessments:act.decide' : 'vendors:status.change')}
            </ButtonLink>
          )
        }
      />
      <TwoColumns
        side={
          <>
            <Contacts page={page} />
            <Details page={page} />
            <Identifiers page={page} />
            <TierFacts page={page} />
            <Certification page={page} />
            <History page={page} />
          </>
        }
      >
        <VendorPerformance vendorId={vendor.id} code={vendor.code} performance={page.performance} />
        <Offerings page={page} />
        <Contracts page={page} />
        <Certificates page={page} />
        <Documents page={page} />
        <Assessments page={page} />
        <Actions page={page} />
        <Risks page={page} />
      </TwoColumns>
    </>
  );
}

/** The story in five figures: what it is to us, where, under which contracts, and what is wrong. */
function useKeyFacts({ vendor, group, contracts, openCases, risks }: VendorPage): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const inForce = contracts.filter(({ standing }) => standing === 'in_force');
  const ends = inForce.flatMap(({ endsOn }) => endsOn ?? []).sort()[0] ?? null;
  const worst = risks.find(({ closedAt }) => closedAt === null);
  return [
    {
      label: t('vendors:fact.tier'),
      value: vendor.tier ? t(`common:tier.${vendor.tier}`) : t('vendors:fact.ungraded'),
    },
    {
      label: t('vendors:fact.country'),
      value: vendor.country ?? t('common:unknown'),
      note: group.parent?.name ?? t('vendors:fact.independent'),
    },
    {
      label: t('vendors:fact.contracts'),
      value: inForce.length,
      note:
        inForce.length > 0 &&
        (ends === null
          ? t('vendors:fact.noEnd')
          : t('vendors:fact.until', { date: format.date(ends) })),
    },
    { label: t('vendors:fact.openCases'), value: openCases },
    {
      label: t('vendors:fact.risk'),
      value: worst
        ? t('vendors:risk.score', {
            level: t(`vendors:risk.levels.${worst.after.level}`),
            score: worst.after.score,
          })
        : t('common:none'),
    },
  ];
}
