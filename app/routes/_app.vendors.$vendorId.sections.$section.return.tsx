import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { RemarkForm } from '~/components/company/RemarkForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { isSection } from '~/onboarding/section';
import { returnSection } from '~/onboarding/submit-company.server';
import { formValues } from '~/shared/form-values';
import { found, notFound, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const { section } = args.params;
  if (!isSection(section)) throw notFound();
  return {
    title: t('company:ours.sendBackTitle', { section: t(`company:section.${section}`) }),
    vendor: { id: vendor.id, name: vendor.name },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const { section } = args.params;
  if (!isSection(section)) throw notFound();
  const values = formValues(await args.request.formData());
  const outcome = await returnSection(store, act, vendorId, section, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  args.context.wakeWorker();
  return redirectWithNotice(`/vendors/${vendorId}/company`, { key: 'company:ours.returnedNotice' });
}

export default function SectionReturn() {
  const { title, vendor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <RemarkForm
      title={title}
      vendor={vendor}
      label={t('company:ours.remark')}
      submit={t('company:ours.sendBack')}
      refusal={answer?.refusal}
      values={answer?.values}
    />
  );
}
