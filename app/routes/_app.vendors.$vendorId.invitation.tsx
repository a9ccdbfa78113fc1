import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { InviteForm } from '~/components/company/InviteForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { inviteVendor } from '~/onboarding/invite-vendor.server';
import { formValues } from '~/shared/form-values';
import { nameOrCode } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { serviceChoices } from '~/vendors/library-queries.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'vendors.write');
  const { id, name } = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return {
    title: t('invitation:titleFor', { vendor: name }),
    vendor: { id, name },
    services: (await serviceChoices(reader)).map((service) => ({
      value: String(service.id),
      label: nameOrCode(service, locale),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const values = formValues(await args.request.formData());
  const wanted = [values['services'] ?? []].flat();
  const outcome = await inviteVendor(store, act, vendorId, values, wanted);
  if (!outcome.ok) return refusedForm(outcome, values);
  args.context.wakeWorker();
  const key = outcome.value.waits ? 'invitation:notice.waits' : 'invitation:notice.sent';
  return redirectWithNotice(`/vendors/${vendorId}/company`, { key });
}

export default function InviteKnownVendor() {
  const { title, vendor, services } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('invitation:leadFor')}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
        ]}
      />
      <InviteForm
        services={services}
        back={`/vendors/${vendor.id}/company`}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
