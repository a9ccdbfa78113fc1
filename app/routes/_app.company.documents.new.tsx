import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { DocumentFields } from '~/components/documents/DocumentFields';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { readUploadForm } from '~/components/upload-form.server';
import type { DocumentKind } from '~/documents/document-kind';
import { documentLimit, keepDocument } from '~/documents/keep-document.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { refused } from '~/shared/outcome';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

/** What a vendor hands in of itself. */
const kinds: readonly DocumentKind[] = [
  'registration',
  'licence',
  'certificate',
  'insurance',
  'financial',
  'policy',
  'audit_report',
  'other',
];

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, partOf } = await requireCompany(args);
  return {
    title: t('documents:upload'),
    part: partOf('certificates'),
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { act, reader, vendorId, partOf } = await requireCompany(args);
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const target = { vendorId, subject: { kind: 'vendor', id: vendorId } } as const;
  const outcome = partOf('certificates').isOpen
    ? await keepDocument(args.context, act, target, files[0], values)
    : refused('section_with_us');
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/company/certificates', { key: 'documents:notice.kept' });
}

export default function OwnDocument() {
  const { title, part, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart part={part} title={title}>
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <DocumentFields limit={limit} kinds={kinds} />
        <FormActions>
          {part.isOpen && <SubmitButton>{t('documents:upload')}</SubmitButton>}
          <ButtonLink href="/company/certificates" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </CompanyPart>
  );
}
