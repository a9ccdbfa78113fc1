import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { remarkTask } from '~/kpi/remarked-file.server';
import { findReport } from '~/kpi/report-queries.server';
import { found, recordId } from '~/shared/record-id';
import { fileAnswer } from './shared/file-answer.server';
import { fileWriter } from './shared/file-writer.server';

/** The report's file with a column that says what to mend, row by row. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reports.read');
  const { reader, scope, locale } = visit;
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const task = found(await remarkTask(reader, report, locale));
  const file = found(await fileWriter(args, visit).writeRemarks(task));
  return fileAnswer(file.name, file.type, file.bytes);
}
