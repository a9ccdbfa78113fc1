import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { RecordRows } from '~/components/company/RecordRows';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { requireCompany } from '~/onboarding/own-company.server';
import { nameOrCode } from '~/shared/named';
import { offeringsOfVendor } from '~/vendors/vendor-record-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, scope, vendorId, partOf, locale } = await requireCompany(args);
  const named = (row: { nameEn: string; nameZh: string; code: string }) => nameOrCode(row, locale);
  const offered = await offeringsOfVendor(reader, scope, vendorId);
  return {
    title: t('company:section.offerings'),
    part: partOf('offerings'),
    offerings: offered.map(({ offering, service, market }) => ({
      id: offering.id,
      service: named(service),
      market: named(market),
      capacity: offering.capacity,
      unitPrice: offering.unitPrice,
      currency: offering.currency,
    })),
  };
}

export default function Offerings() {
  const { part, offerings } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <CompanyPart
      part={part}
      action={
        <ButtonLink href="/company/offerings/new" look="primary">
          {t('company:offerings.add')}
        </ButtonLink>
      }
    >
      {offerings.length === 0 && (
        <EmptyState title={t('company:offerings.empty')}>
          {t('company:offerings.emptyHelp')}
        </EmptyState>
      )}
      <RecordRows
        rows={offerings.map(({ id, service, market, capacity, unitPrice, currency }) => ({
          key: id,
          title: `${service} · ${market}`,
          href: part.isOpen ? `/company/offerings/${id}` : null,
          facts: [
            capacity !== null &&
              t('company:offerings.capacityNote', { capacity: format.number(capacity) }),
            unitPrice !== null && currency !== null && format.amount(unitPrice, currency),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <ButtonLink href="/company" look="quiet">
        {t('company:back')}
      </ButtonLink>
    </CompanyPart>
  );
}
