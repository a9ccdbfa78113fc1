import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { VendorRecordPage } from '~/components/registers/VendorRecordPage';
import { CertificateFields } from '~/components/registers/CertificateFields';
import { found } from '~/shared/record-id';
import { keepCertificate } from '~/vendors/keep-certificate.server';
import { certificatesOfVendor } from '~/vendors/vendor-record-queries.server';
import { saveVendorRecord, vendorRecordAsked } from './shared/vendor-record.server';
import { pageTitle } from '~/components/page-title';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, vendor, recordId } = await vendorRecordAsked(args, 'certificateId');
  const all = recordId === null ? [] : await certificatesOfVendor(reader, scope, vendor.id);
  const certificate = recordId === null ? null : found(all.find(({ id }) => id === recordId));
  return {
    title: t(certificate ? 'vendors:certificate.editTitle' : 'vendors:certificate.addTitle'),
    vendor,
    certificate,
  };
}

export function action(args: ActionFunctionArgs) {
  return saveVendorRecord(args, {
    param: 'certificateId',
    keep: keepCertificate,
    notice: 'vendors:notice.certificateSaved',
  });
}

export default function CertificateForm() {
  const { title, vendor, certificate } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <VendorRecordPage
      title={title}
      vendor={vendor}
      end={
        certificate && {
          path: `certificates/${certificate.id}/removal`,
          label: t('vendors:certificate.remove'),
          help: t('vendors:certificate.removeHelp'),
        }
      }
      answer={answer}
      save={t('vendors:certificate.save')}
    >
      <CertificateFields certificate={certificate} />
    </VendorRecordPage>
  );
}
