import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DocumentFields } from '~/components/documents/DocumentFields';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { CheckboxField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import { documentLimit, keepDocument } from '~/documents/keep-document.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.write');
  const { id, name } = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return {
    title: t('documents:upload'),
    vendor: { id, name },
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return data({ refusal: form, values: {} }, { status: 422 });
  const { values, files } = form.value;
  const outcome = await keepDocument(
    args.context,
    act,
    {
      vendorId,
      subject: { kind: 'vendor', id: vendorId },
      internal: values['internal'] === 'on',
    },
    files[0],
    values,
  );
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'documents:notice.kept' });
}

export default function VendorDocument() {
  const { title, vendor, limit } = useLoaderData<typeof loader>();
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
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <DocumentFields limit={limit} />
        <CheckboxField
          name="internal"
          label={t('documents:internal')}
          help={t('documents:internalHelp')}
        />
        <FormActions>
          <SubmitButton>{t('documents:upload')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
