import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { RemarkForm } from '~/components/company/RemarkForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { findChange } from '~/onboarding/change-queries.server';
import { refuseChange } from '~/onboarding/change-own-record.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const vendor = found(await findVendor(reader, scope, vendorId));
  found(await findChange(reader, scope, vendorId, recordId(args.params['changeId'])));
  return {
    title: t('company:ours.refuseTitle'),
    vendor: { id: vendor.id, name: vendor.name },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const changeId = recordId(args.params['changeId']);
  const values = formValues(await args.request.formData());
  const outcome = await refuseChange(store, act, vendorId, changeId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  args.context.wakeWorker();
  return redirectWithNotice(`/vendors/${vendorId}/company`, { key: 'company:ours.refusedNotice' });
}

export default function ChangeRefusal() {
  const { title, vendor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <RemarkForm
      title={title}
      vendor={vendor}
      label={t('company:ours.reason')}
      submit={t('company:ours.refuse')}
      refusal={answer?.refusal}
      values={answer?.values}
    />
  );
}
