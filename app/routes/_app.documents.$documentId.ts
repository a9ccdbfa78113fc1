import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findDocument } from '~/documents/document-queries.server';
import { readKept } from '~/documents/upload-folder.server';
import { found, recordId } from '~/shared/record-id';
import { fileAnswer } from './shared/file-answer.server';

/** A kept document, to be saved and never opened in the browser; not there for whoever may not see it. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope } = await requirePerson(args, 'documents.read');
  const document = found(await findDocument(reader, scope, recordId(args.params['documentId'])));
  const bytes = await readKept(args.context.uploads, document.sha256);
  return fileAnswer(document.fileName, document.mediaType, bytes);
}
