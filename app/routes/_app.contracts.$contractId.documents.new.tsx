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
import { findContract } from '~/contracts/contract-queries.server';
import { documentLimit, keepDocument } from '~/documents/keep-document.server';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  return {
    title: t('documents:upload'),
    contract: { id: contract.id, title: contract.title },
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const { vendorId } = found(await findContract(reader, scope, contractId));
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return data({ refusal: form, values: {} }, { status: 422 });
  const { values, files } = form.value;
  const outcome = await keepDocument(
    args.context,
    act,
    {
      vendorId,
      subject: { kind: 'contract', id: contractId },
      internal: values['internal'] === 'on',
    },
    files[0],
    values,
  );
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/contracts/${contractId}`, { key: 'documents:notice.kept' });
}

export default function ContractDocument() {
  const { title, contract, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: back },
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
