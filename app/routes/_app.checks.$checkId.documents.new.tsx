import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { headingOf } from '~/components/diligence/CheckStep';
import { DocumentUpload } from '~/components/documents/DocumentUpload';
import { pageTitle } from '~/components/page-title';
import { documentLimit } from '~/documents/keep-document.server';
import { addEvidenceDocument } from '~/onboarding/add-evidence-document.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { takeUpload } from '~/routes/shared/document-upload.server';
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
  return takeUpload(args, {
    reader,
    back: `/checks/${checkId}`,
    keep: (file, values) => addEvidenceDocument(args.context, act, checkId, file, values),
    notice: 'diligence:notice.evidenceAdded',
  });
}

export default function CheckDocument() {
  const { title, heading, limit } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <DocumentUpload
      title={title}
      crumbs={[
        { label: t('diligence:checks.title'), href: '/checks' },
        {
          label: `${heading.vendor} · ${t(`diligence:check.kinds.${heading.kind}`)}`,
          href: `/checks/${heading.id}`,
        },
      ]}
      limit={limit}
      answer={useActionData<typeof action>()}
    />
  );
}
