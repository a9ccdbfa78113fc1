import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { CheckBadge } from '~/components/diligence/CheckBadge';
import { PostButton } from '~/components/breach/PostButton';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { checksOfVendor } from '~/onboarding/check-queries.server';
import { checkStanding, checksToOpen, missingStates } from '~/onboarding/due-diligence';
import { lastScreening, standingHits } from '~/onboarding/screening-hit-queries.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, t, can } = await requirePerson(args, 'vendors.read');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const today = dayOf(now);
  const rows = await checksOfVendor(reader, scope, vendor.id);
  const toOpen = vendor.tier
    ? checksToOpen(
        vendor.tier,
        rows.map(({ kind }) => kind),
      )
    : [];
  return {
    title: t('diligence:vendorChecks.title', { vendor: vendor.name }),
    vendor: { id: vendor.id, name: vendor.name, tier: vendor.tier },
    may: {
      assign: can('checks.assign'),
      screen: can('screening.decide'),
      grade: can('vendors.write'),
    },
    toOpen: toOpen.length,
    missing: rows.filter(({ state }) => missingStates.some((each) => each === state)).length,
    rows: rows.map((row) => ({ ...row, standing: checkStanding(row, today) })),
    hits: await standingHits(reader, vendor.id),
    screenedAt: (await lastScreening(reader, vendor.id))?.screenedAt ?? null,
  };
}

export default function VendorChecks() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { vendor, rows, toOpen, may } = page;
  const opening = may.assign && toOpen > 0 && (
    <PostButton action={`/vendors/${vendor.id}/checks/opening`}>
      {t('diligence:vendorChecks.open', { count: toOpen })}
    </PostButton>
  );
  return (
    <>
      <PageHeader
        title={page.title}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
        ]}
        facts={useKeyFacts()}
        also={
          may.screen && (
            <PostButton action={`/vendors/${vendor.id}/screening`} look="secondary">
              {t('diligence:screening.now')}
            </PostButton>
          )
        }
        action={opening}
      />
      <DataTable
        name="vendor-checks"
        label={page.title}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/checks/${id}`}
        empty={
          <EmptyState
            title={t('diligence:vendorChecks.empty')}
            action={
              !opening &&
              may.grade && (
                <a href={`/vendors/${vendor.id}/tier`}>{t('diligence:vendorChecks.grade')}</a>
              )
            }
          >
            {toOpen > 0
              ? t('diligence:vendorChecks.notOpened', { count: toOpen })
              : t('diligence:vendorChecks.emptyHelp')}
          </EmptyState>
        }
        columns={useColumns()}
      />
    </>
  );
}

function useKeyFacts() {
  const { vendor, missing, toOpen, hits, screenedAt } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      label: t('vendors:fact.tier'),
      value: vendor.tier ? t(`common:tier.${vendor.tier}`) : t('vendors:fact.ungraded'),
    },
    { label: t('diligence:check.missing'), value: missing + toOpen },
    {
      label: t('diligence:hit.undecided'),
      value: hits.open,
      note:
        screenedAt === null
          ? t('diligence:screening.never')
          : t('diligence:screening.last', { when: format.instant(screenedAt) }),
    },
  ];
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'kind',
      header: t('diligence:check.check'),
      cell: ({ kind }) => t(`diligence:check.kinds.${kind}`),
    },
    {
      key: 'state',
      header: t('common:column.status'),
      cell: ({ state, standing }) => <CheckBadge state={state} standing={standing} />,
    },
    {
      key: 'reviewer',
      header: t('diligence:check.reviewer'),
      cell: ({ reviewer }) => reviewer,
    },
    {
      key: 'reviewed',
      header: t('diligence:check.reviewedOn'),
      cell: ({ reviewedOn }) => reviewedOn && <DateText date={reviewedOn} />,
    },
    {
      key: 'signer',
      header: t('diligence:check.signedOffBy'),
      cell: ({ signer }) => signer,
    },
    {
      key: 'expires',
      header: t('diligence:check.expiresOn'),
      cell: ({ expiresOn }) => expiresOn && <DateText date={expiresOn} />,
    },
  ];
}
