import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { findDocument } from '~/documents/document-queries.server';
import { removeDocument } from '~/documents/keep-document.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { found, notFound, recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes a document that the vendor handed in of itself out of its list. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, partOf } = await requireCompany(args);
  const id = recordId(args.params['documentId']);
  const { subjectKind } = found(await findDocument(reader, scope, id));
  if (subjectKind !== 'vendor') throw notFound();
  const to = '/company/certificates';
  if (!partOf('certificates').isOpen)
    return redirectWithNotice(to, { key: 'errors:section_with_us', refused: true });
  const outcome = await removeDocument(store, act, id);
  return answerStep(outcome, to, { key: 'documents:notice.removed' });
}
