import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { NothingButton } from '~/components/company/NothingButton';
import { RecordRows } from '~/components/company/RecordRows';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { requireCompany } from '~/onboarding/own-company.server';
import { subcontractorsOfVendor } from '~/onboarding/section-queries.server';
import { countryName } from '~/shared/country-codes';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, scope, vendorId, partOf, locale } = await requireCompany(args);
  return {
    title: t('company:section.subcontractors'),
    part: partOf('subcontractors'),
    subcontractors: (await subcontractorsOfVendor(reader, scope, vendorId)).map(
      ({ id, name, work, country, dataAccess }) => ({
        id,
        name,
        work,
        country: countryName(country, locale),
        dataAccess,
      }),
    ),
  };
}

export default function Subcontractors() {
  const { part, subcontractors } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const isEmpty = subcontractors.length === 0;
  return (
    <CompanyPart
      part={part}
      action={
        <ButtonLink href="/company/subcontractors/new" look="primary">
          {t('company:subcontractors.add')}
        </ButtonLink>
      }
    >
      {isEmpty && (
        <EmptyState
          title={
            part.nothing ? t('company:subcontractors.none') : t('company:subcontractors.empty')
          }
          action={part.isOpen && <NothingButton section="subcontractors" nothing={part.nothing} />}
        >
          {!part.nothing && t('company:subcontractors.emptyHelp')}
        </EmptyState>
      )}
      <RecordRows
        rows={subcontractors.map(({ id, name, work, country, dataAccess }) => ({
          key: id,
          title: name,
          href: part.isOpen ? `/company/subcontractors/${id}` : null,
          facts: [
            work,
            country,
            `${t('company:subcontractors.dataAccess')}: ${t(`company:subcontractors.access.${dataAccess}`)}`,
          ].join(' · '),
        }))}
      />
      <ButtonLink href="/company" look="quiet">
        {t('company:back')}
      </ButtonLink>
    </CompanyPart>
  );
}
