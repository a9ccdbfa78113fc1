import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requirePerson } from '~/auth/require-person.server';
import { pageTitle } from '~/components/page-title';
import { DraftErrors } from '~/components/reports/DraftErrors';
import { DraftReady } from '~/components/reports/DraftReady';
import { ReportBeingRead } from '~/components/reports/ReportBeingRead';
import { ReportReturned } from '~/components/reports/ReportReturned';
import { ReportReview } from '~/components/reports/ReportReview';
import { ReportSettled } from '~/components/reports/ReportSettled';
import { readingsOfReport } from '~/kpi/reading-queries.server';
import type { ReportContent, ReportFigures, ReportReader } from '~/kpi/report-on-page';
import {
  differencesOnPage,
  errorsOnPage,
  MOST_COMPARED,
  onPage,
  reportTitle,
  saidFindings,
  tableOnPage,
  viewOf,
} from '~/kpi/report-page.server';
import { checkWithdrawable } from '~/kpi/report';
import { findReport, tellsFiguresAlone, type FoundReport } from '~/kpi/report-queries.server';
import { isBroughtBy, isOfOwnSide } from '~/kpi/report-sides.server';
import { readingProgress, supersessions } from '~/kpi/report-story-queries.server';
import { reportTargets } from '~/kpi/report-targets.server';
import { waitingBeside } from '~/kpi/waiting-reports.server';
import { pageWindow, parseListQuery } from '~/shared/list-query';
import { formatPeriod, periodsBetween } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { breachListSpec, countBreaches } from '~/sla/breach-list-queries.server';

export const meta = pageTitle;

type Visit = Awaited<ReturnType<typeof requirePerson>>;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reports.read');
  const { reader, scope, can, person } = visit;
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  const viewer: ReportReader = {
    isOwn: person.role === 'vendor',
    isSender: report.submittedBy === person.id,
    canSubmit: can('reports.submit'),
    canReview: can('reports.review'),
    isOfOwnSide: isOfOwnSide(report, scope),
    canWithdraw:
      can('reports.submit') && checkWithdrawable(report, { isOwn: isBroughtBy(report, scope) }).ok,
  };
  return {
    title: reportTitle(visit, report),
    report: onPage(report),
    viewer,
    content: await contentOf(visit, report, new URL(args.request.url).searchParams),
  };
}

async function contentOf(
  visit: Visit,
  report: FoundReport,
  params: URLSearchParams,
): Promise<ReportContent> {
  const { reader, scope } = visit;
  const { id } = report;
  const view = viewOf(report);
  if (view === 'reading') return { view, progress: await readingProgress(reader, report) };
  if (view === 'errors')
    return { view, errors: await errorsOnPage(reader, visit, id, params.get('code')) };
  const query = parseListQuery(params, { sorts: ['row'], defaultSort: 'row' });
  const reported = await readingsOfReport(reader, id, MOST_COMPARED + 1);
  const wordless = tellsFiguresAlone(scope, report);
  const isOpen = view === 'draft' || view === 'review';
  const figures: ReportFigures = {
    query,
    table: await tableOnPage(reader, id, pageWindow(query)),
    warnings: wordless ? [] : await saidFindings(reader, visit, id, 'warning'),
    requests: wordless ? [] : await saidFindings(reader, visit, id, 'request'),
    targets: await reportTargets(reader, scope, report, reported),
    differences: isOpen ? await differencesOnPage(reader, visit, report, reported) : null,
    waiting: view === 'draft' ? await waitingBeside(reader, report) : [],
  };
  if (view !== 'settled') return { view, ...figures };
  const breaches = await breachesOf(reader, scope, report, figures);
  return { view, ...figures, links: { ...(await supersessions(reader, scope, id)), breaches } };
}

/** The breaches of the report's months and KPIs, with the list that shows them. */
async function breachesOf(
  reader: Visit['reader'],
  scope: Visit['scope'],
  { vendorCode, firstPeriod, lastPeriod }: FoundReport,
  { targets }: ReportFigures,
) {
  const params = new URLSearchParams();
  if (scope.kind !== 'vendor') params.append('vendor', vendorCode);
  for (const kpi of new Set(targets.map(({ kpi }) => kpi))) params.append('kpi', kpi);
  for (const period of periodsBetween(firstPeriod ?? 0, lastPeriod ?? -1))
    params.append('period', formatPeriod(period));
  const query = parseListQuery(params, breachListSpec);
  const count = targets.length === 0 ? 0 : await countBreaches(reader, scope, query, '');
  return { count, href: `/breaches?${params.toString()}` };
}

export default function ReportPage() {
  const { report, viewer, content } = useLoaderData<typeof loader>();
  const props = { report, viewer };
  switch (content.view) {
    case 'reading':
      return <ReportBeingRead {...props} progress={content.progress} />;
    case 'errors':
      return <DraftErrors {...props} errors={content.errors} />;
    case 'draft':
      return <DraftReady {...props} figures={content} />;
    case 'review':
      return <ReportReview {...props} figures={content} />;
    case 'returned':
      return <ReportReturned {...props} figures={content} />;
    case 'settled':
      return <ReportSettled {...props} figures={content} links={content.links} />;
  }
}
