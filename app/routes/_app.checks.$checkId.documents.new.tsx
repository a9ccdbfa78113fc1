import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { headingOf } from '~/components/diligence/CheckStep';
import { DocumentFields } from '~/components/documents/DocumentFields';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import { documentLimit } from '~/documents/keep-document.server';
import { addEvidenceDocument } from '~/onboarding/add-evidence-document.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'checks.review');
  const record = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  return {
    title: t('diligence:evidence.addDocument'),
    heading: headingOf(record),
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { reader, scope, act } = await requirePerson(args, 'checks.review');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return data({ refusal: form, values: {} }, { status: 422 });
  const { values, files } = form.value;
  const outcome = await addEvidenceDocument(args.context, act, checkId, files[0], values);
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/checks/${checkId}`, { key: 'diligence:notice.evidenceAdded' });
}

export default function CheckDocument() {
  const { title, heading, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/checks/${heading.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('diligence:checks.title'), href: '/checks' },
          {
            label: `${heading.vendor} · ${t(`diligence:check.kinds.${heading.kind}`)}`,
            href: back,
          },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <DocumentFields limit={limit} />
        <FormActions>
          <SubmitButton>{title}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
