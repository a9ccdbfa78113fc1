import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findUpload } from '~/kpi/report-queries.server';
import { readKept } from '~/documents/upload-folder.server';
import { found, recordId } from '~/shared/record-id';
import { fileAnswer } from './shared/file-answer.server';

/** The file of a report as it came; never shown in the browser, always saved. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope } = await requirePerson(args, 'reports.read');
  const upload = found(await findUpload(reader, scope, recordId(args.params['uploadId'])));
  const bytes = await readKept(args.context.uploads, upload.sha256);
  return fileAnswer(upload.fileName, 'application/octet-stream', bytes);
}
