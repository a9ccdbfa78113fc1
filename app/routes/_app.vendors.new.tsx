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
import { registerVendor } from '~/vendors/register-vendor.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale } = await requirePerson(args, 'vendors.write');
  return { title: t('vendors:form.registerTitle'), countries: countryChoices(locale) };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const values = formValues(await args.request.formData());
  const outcome = await registerVendor(store, act, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  const { vendorId } = outcome.value;
  return redirectWithNotice(`/vendors/${vendorId}`, {
    key: 'vendors:notice.registered',
    next: { href: `/vendors/${vendorId}/tier`, key: 'vendors:notice.grade' },
  });
}

export default function RegisterVendor() {
  const { title, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('vendors:form.registerLead')}
        crumbs={[{ label: t('vendors:title'), href: '/vendors' }]}
      />
      <VendorForm
        countries={countries}
        submit={t('vendors:form.register')}
        back="/vendors"
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
