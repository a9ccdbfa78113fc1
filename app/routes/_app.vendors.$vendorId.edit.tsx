import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { VendorForm } from '~/components/registers/VendorForm';
import { countryChoices } from '~/shared/country-codes';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { amendVendor } from '~/vendors/amend-vendor.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { groupOfVendor } from '~/vendors/vendor-record-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const { parent } = await groupOfVendor(reader, scope, vendor);
  return {
    title: t('vendors:form.editTitle', { name: vendor.name }),
    vendor: { ...vendor, parent: parent?.code ?? null },
    countries: countryChoices(locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const values = formValues(await args.request.formData());
  const outcome = await amendVendor(store, act, vendorId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.saved' });
}

export default function EditVendor() {
  const { title, vendor, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
      />
      <VendorForm
        initial={vendor}
        countries={countries}
        submit={t('vendors:form.save')}
        back={back}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
