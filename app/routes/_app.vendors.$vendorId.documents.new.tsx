import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DocumentUpload } from '~/components/documents/DocumentUpload';
import { pageTitle } from '~/components/page-title';
import { documentLimit, keepDocument } from '~/documents/keep-document.server';
import { takeUpload } from '~/routes/shared/document-upload.server';
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
  const id = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, id));
  return takeUpload(args, {
    reader,
    back: `/vendors/${id}`,
    keep(file, values) {
      const target = { vendorId: id, subject: { kind: 'vendor', id } } as const;
      const internal = values['internal'] === 'on';
      return keepDocument(args.context, act, { ...target, internal }, file, values);
    },
  });
}

export default function VendorDocument() {
  const { title, vendor, limit } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <DocumentUpload
      title={title}
      crumbs={[
        { label: t('vendors:title'), href: '/vendors' },
        { label: vendor.name, href: `/vendors/${vendor.id}` },
      ]}
      limit={limit}
      canBeInternal
      answer={useActionData<typeof action>()}
    />
  );
}
