import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { CertificateFields } from '~/components/registers/CertificateFields';
import { formValues } from '~/shared/form-values';
import { found, newOrId, recordId } from '~/shared/record-id';
import { keepCertificate } from '~/vendors/keep-certificate.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { certificatesOfVendor } from '~/vendors/vendor-record-queries.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const certificateId = newOrId(args.params['certificateId']);
  const all = certificateId === null ? [] : await certificatesOfVendor(reader, scope, vendor.id);
  const certificate =
    certificateId === null ? null : found(all.find(({ id }) => id === certificateId));
  return {
    title: t(certificate ? 'vendors:certificate.editTitle' : 'vendors:certificate.addTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    certificate,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  found(await findVendor(reader, scope, vendorId));
  const certificateId = newOrId(args.params['certificateId']);
  const values = formValues(await args.request.formData());
  const outcome = await keepCertificate(store, act, vendorId, certificateId, values);
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.certificateSaved' });
}

export default function CertificateForm() {
  const { title, vendor, certificate } = useLoaderData<typeof loader>();
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
        also={
          certificate && (
            <ConfirmButton
              label={t('vendors:certificate.remove')}
              action={`${back}/certificates/${certificate.id}/removal`}
            >
              {t('vendors:certificate.removeHelp')}
            </ConfirmButton>
          )
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <CertificateFields certificate={certificate} />
        <FormActions>
          <SubmitButton>{t('vendors:certificate.save')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
