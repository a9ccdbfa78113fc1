import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { InviteForm } from '~/components/company/InviteForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { inviteNewVendor } from '~/onboarding/invite-vendor.server';
import { countryChoices } from '~/shared/country-codes';
import { formValues } from '~/shared/form-values';
import { nameOrCode } from '~/shared/named';
import { serviceChoices } from '~/vendors/library-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, locale } = await requirePerson(args, 'vendors.write');
  return {
    title: t('invitation:title'),
    countries: countryChoices(locale),
    services: (await serviceChoices(reader)).map(({ id, code, nameEn, nameZh }) => ({
      value: String(id),
      label: nameOrCode({ nameEn, nameZh, code }, locale),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const values = formValues(await args.request.formData());
  const wanted = [values['services'] ?? []].flat();
  const outcome = await inviteNewVendor(store, act, values, wanted);
  if (!outcome.ok) return refusedForm(outcome, values);
  args.context.wakeWorker();
  return redirectWithNotice(`/vendors/${outcome.value.vendorId}/company`, {
    key: 'invitation:notice.sent',
  });
}

export default function InviteNewVendor() {
  const { title, services, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('invitation:lead')}
        crumbs={[{ label: t('vendors:title'), href: '/vendors' }]}
      />
      <InviteForm
        services={services}
        countries={countries}
        back="/vendors"
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
