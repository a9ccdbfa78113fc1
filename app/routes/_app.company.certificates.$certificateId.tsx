import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { DocumentList } from '~/components/documents/DocumentList';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { FileDrop } from '~/components/form/FileDrop';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { CertificateFields } from '~/components/registers/CertificateFields';
import { readUploadForm } from '~/components/upload-form.server';
import { acceptedEndings } from '~/documents/document';
import { documentsOf } from '~/documents/document-queries.server';
import { checkFile, documentLimit, keepDocument } from '~/documents/keep-document.server';
import { changeOwnRecord } from '~/onboarding/change-own-record.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { textsOf } from '~/shared/form-values';
import { found, newOrId } from '~/shared/record-id';
import { certificatesOfVendor } from '~/vendors/vendor-record-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

type Company = Awaited<ReturnType<typeof requireCompany>>;

async function ownCertificate({ reader, scope, vendorId }: Company, id: number | null) {
  if (id === null) return null;
  const all = await certificatesOfVendor(reader, scope, vendorId);
  return found(all.find((certificate) => certificate.id === id));
}

export async function loader(args: LoaderFunctionArgs) {
  const company = await requireCompany(args);
  const { t, reader, scope, partOf, today } = company;
  const certificate = await ownCertificate(company, newOrId(args.params['certificateId']));
  return {
    title: t(certificate ? 'vendors:certificate.editTitle' : 'vendors:certificate.addTitle'),
    part: partOf('certificates'),
    today,
    certificate,
    documents: certificate
      ? await documentsOf(reader, scope, { kind: 'certificate', id: certificate.id })
      : [],
    limit: await documentLimit(reader),
  };
}

const fields = ['kind', 'number', 'holder', 'issuedOn', 'expiresOn'] as const;

export async function action(args: ActionFunctionArgs) {
  const company = await requireCompany(args);
  const { store, act, reader, vendorId } = company;
  const id = newOrId(args.params['certificateId']);
  await ownCertificate(company, id);
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const input = textsOf(values, fields);
  // A file that can't be kept is named before anything is: else a second try would enter the certificate twice.
  const copy = files[0] ? await checkFile(store, files[0]) : null;
  if (copy && !copy.ok) return refusedForm(copy, values);
  const own = { kind: 'certificate', recordId: id, input } as const;
  const outcome = await changeOwnRecord(store, act, vendorId, own);
  if (!outcome.ok) return refusedForm(outcome, values);
  const kept = await keepCopy(args, company, id, input, files[0]);
  if (!kept.ok) return refusedForm(kept, values);
  return redirectWithNotice('/company/certificates', {
    key: outcome.value === 'kept' ? 'company:notice.saved' : 'company:notice.proposed',
  });
}

/** Keeps the copy of a certificate; of one that is new to the register among the vendor's documents. */
async function keepCopy(
  { context }: ActionFunctionArgs,
  { act, vendorId }: Company,
  id: number | null,
  input: Record<string, string>,
  file: { name: string; bytes: Uint8Array } | undefined,
) {
  if (!file) return { ok: true as const };
  const subject =
    id === null
      ? ({ kind: 'vendor', id: vendorId } as const)
      : ({ kind: 'certificate', id } as const);
  return keepDocument(context, act, { vendorId, subject }, file, {
    kind: 'certificate',
    title: [input['kind'], input['number']].filter(Boolean).join(' '),
    expiresOn: input['expiresOn'],
  });
}

export default function OwnCertificate() {
  const { title, part, certificate, documents, limit, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart
      part={part}
      title={title}
      also={
        certificate &&
        part.isOpen && (
          <ConfirmButton
            label={t('vendors:certificate.remove')}
            action={`/company/certificates/${certificate.id}/removal`}
          >
            {t('vendors:certificate.removeHelp')}
          </ConfirmButton>
        )
      }
    >
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <CertificateFields certificate={certificate} />
        {documents.length > 0 && <DocumentList documents={documents} today={today} />}
        <FileDrop
          name="file"
          label={t('company:certificates.file')}
          help={t('documents:fileHelp')}
          accept={acceptedEndings}
          limit={limit}
        />
        <FormActions>
          {part.isOpen && <SubmitButton>{t('vendors:certificate.save')}</SubmitButton>}
          <ButtonLink href="/company/certificates" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </CompanyPart>
  );
}
