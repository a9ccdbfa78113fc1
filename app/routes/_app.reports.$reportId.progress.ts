import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findReport } from '~/kpi/report-queries.server';
import { readingProgress } from '~/kpi/report-story-queries.server';
import { found, recordId } from '~/shared/record-id';

/** How far the reading of a report has come: asked by its page while it waits. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope } = await requirePerson(args, 'reports.read');
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  if (report.state !== 'staging') return { state: 'done' as const, done: 0, total: null };
  return (
    (await readingProgress(reader, report)) ?? { state: 'failed' as const, done: 0, total: null }
  );
}
