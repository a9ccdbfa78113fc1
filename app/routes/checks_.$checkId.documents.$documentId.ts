import type { LoaderFunctionArgs } from '@remix-run/node';
import { everything } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { findDocument } from '~/documents/document-queries.server';
import { readKept } from '~/documents/upload-folder.server';
import { findCheck } from '~/onboarding/check-queries.server';
import { found, notFound, recordId } from '~/shared/record-id';
import { fileAnswer } from './shared/file-answer.server';

/** A document that a check rests on, for whoever may see the check: an outside reviewer too. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope } = await requirePerson(args, 'checks.read');
  const checkId = recordId(args.params['checkId']);
  found(await findCheck(reader, scope, checkId));
  const documentId = recordId(args.params['documentId']);
  const document = found(await findDocument(reader, everything, documentId));
  if (document.subjectKind !== 'check' || document.subjectId !== checkId) throw notFound();
  const bytes = await readKept(args.context.uploads, document.sha256);
  return fileAnswer(document.fileName, document.mediaType, bytes);
}
