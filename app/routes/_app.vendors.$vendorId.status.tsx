import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { VendorBadge } from '~/components/registers/VendorBadge';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { changeVendorStatus } from '~/vendors/change-vendor-status.server';
import { isDecided, nextStatuses } from '~/vendors/vendor';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.approve');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return {
    title: t('vendors:status.title', { name: vendor.name }),
    vendor: { id: vendor.id, name: vendor.name, status: vendor.status },
    next: nextStatuses(vendor.status).filter((status) => !isDecided(status)),
    awaits: nextStatuses(vendor.status).some(isDecided),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.approve');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const values = formValues(await args.request.formData());
  const outcome = await changeVendorStatus(store, act, vendorId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.statusSet' });
}

export default function VendorStatus() {
  const { title, vendor, next, awaits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        state={<VendorBadge status={vendor.status} />}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
      />
      {awaits && (
        <Callout>
          {t('errors:vendor_needs_admission')}{' '}
          <a href={`${back}/admission`}>{t('assessments:act.decide')}</a>
        </Callout>
      )}
      {next.length === 0 && awaits ? null : next.length === 0 ? (
        <EmptyState title={t('vendors:status.end')} />
      ) : (
        <EditForm refusal={answer?.refusal} values={answer?.values}>
          <RadioField
            name="status"
            label={t('vendors:status.to')}
            choices={next.map((status) => ({
              value: status,
              label: t(`common:vendorState.${status}`),
              help: t(`vendors:status.help.${status}`),
            }))}
          />
          <FormActions>
            <SubmitButton>{t('vendors:status.set')}</SubmitButton>
            <ButtonLink href={back} look="quiet">
              {t('common:action.cancel')}
            </ButtonLink>
          </FormActions>
        </EditForm>
      )}
    </>
  );
}
