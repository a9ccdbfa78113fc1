import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DocumentUpload } from '~/components/documents/DocumentUpload';
import { pageTitle } from '~/components/page-title';
import { findContract } from '~/contracts/contract-queries.server';
import { documentLimit, keepDocument } from '~/documents/keep-document.server';
import { takeUpload } from '~/routes/shared/document-upload.server';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const { id, title } = found(
    await findContract(reader, scope, recordId(args.params['contractId'])),
  );
  return {
    title: t('documents:upload'),
    contract: { id, title },
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'contracts.write');
  const id = recordId(args.params['contractId']);
  const { vendorId } = found(await findContract(reader, scope, id));
  return takeUpload(args, {
    reader,
    back: `/contracts/${id}`,
    keep(file, values) {
      const target = { vendorId, subject: { kind: 'contract', id } } as const;
      const internal = values['internal'] === 'on';
      return keepDocument(args.context, act, { ...target, internal }, file, values);
    },
  });
}

export default function ContractDocument() {
  const { title, contract, limit } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <DocumentUpload
      title={title}
      crumbs={[
        { label: t('contracts:title'), href: '/contracts' },
        { label: contract.title, href: `/contracts/${contract.id}` },
      ]}
      limit={limit}
      canBeInternal
      answer={useActionData<typeof action>()}
    />
  );
}
