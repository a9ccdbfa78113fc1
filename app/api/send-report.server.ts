import { eq } from 'drizzle-orm';
import type { TFunction } from 'i18next';
import { setTimeout } from 'node:timers/promises';
import type { PortalContext } from '~/context';
import { readAgain, submitAndEvaluate, takeInReport } from '~/jobs/report-work.server';
import { discardReport } from '~/kpi/discard-report.server';
import { readingProgress } from '~/kpi/report-story-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import type { Reason } from '~/shared/outcome';
import { PROBLEM_TYPE } from '~/shared/problem';
import { reports } from '~db/schema/kpi';
import type { Reader, Tx } from '~db/store.server';
import { jsonAnswer, type ApiHandler } from './answer.server';
import { API_PATH } from './address';
import { refusal, refusalBody } from './refusal.server';
import {
  answerOnce,
  bodyHash,
  claimRequest,
  type KeptAnswer,
  type Repeatable,
} from './repeatable-request.server';
import {
  readArrival,
  readReportBody,
  type ReportArrival,
  type ReportError,
} from './report-arrival.server';
import { reportErrors, reportResource } from './report-resource.server';
import type { ApiVisit } from './require-token.server';

/** How long a program waits for its report to be read, and how often is looked meanwhile. */
const LONGEST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 25;

/**
 * Takes in a report that a program sends, reads and checks it as any upload in the background, and submits it; what is
 * wrong with it is said at once, and nothing of it stays. Under an `Idempotency-Key` it may be sent again at any time: the
 * answer is the same, and there is one report.
 */
export const sendReport: ApiHandler = async (visit, { request, context }) => {
  const { t, reader, store } = visit;
  visit.require('reports.submit');
  const { bodyBytes } = await readSetting(reader, 'api_limits');
  const bytes = await readReportBody(request, bodyBytes, t);
  const repeatable = repeatableOf(visit, request, bytes);
  const earlier = repeatable ? await claimRequest(store, repeatable) : 'open';
  if (earlier === 'other') throw keyReused(t, repeatable?.key ?? '');
  if (earlier !== 'open') return answerWith(earlier, true);
  const arrival = await readArrival(visit, request, bytes);
  const reportId = await readThrough(visit, context, arrival);
  const answer = await answerOnce(store, repeatable, (tx) =>
    settle(visit, context, tx, reportId, arrival),
  );
  context.wakeWorker();
  return answerWith(answer, false);
};

function repeatableOf(
  { person, t }: ApiVisit,
  request: Request,
  bytes: Uint8Array,
): Repeatable | null {
  const key = request.headers.get('Idempotency-Key')?.trim();
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw refusal(t, 400, 'key_unreadable');
  return { personId: person.id, key, bodyHash: bodyHash(request, bytes) };
}

function keyReused(t: TFunction, key: string): Response {
  const message = t('api:problem.key_reused');
  const error = { row: null, column: 'Idempotency-Key', code: 'key_reused', message, value: key };
  return refusal(t, 422, 'key_reused', { errors: [error] });
}

function answerWith({ status, body }: KeptAnswer, isRepeated: boolean): Response {
  const headers = new Headers(isRepeated ? { 'Idempotent-Replayed': 'true' } : {});
  const isDone = status < 300;
  if (isDone) headers.set('Location', `${API_PATH}/reports/${String(body['id'])}`);
  return jsonAnswer(body, { status, headers, ...(!isDone && { type: PROBLEM_TYPE }) });
}

/** Takes the report in and waits until it is read; the thread of the pages goes on meanwhile. */
async function readThrough(
  { act, reader, t }: ApiVisit,
  context: PortalContext,
  { vendorId, source, file }: ReportArrival,
): Promise<number> {
  const received = await takeInReport(context, act, { vendorId, source, channel: 'api', file });
  if (!received.ok) throw refusal(t, 404, 'not_found');
  const { reportId, known } = received.value;
  if (known && (await isLeftUnread(reader, reportId, vendorId)))
    await readAgain(context, act, { reportId, vendorId });
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_EVERY_MS) {
    if ((await reportNow(reader, reportId))?.state !== 'staging') return reportId;
    await setTimeout(LOOK_EVERY_MS);
  }
  throw refusal(t, 503, 'still_reading', { headers: { 'Retry-After': '30' } });
}

/** A report whose reading failed, as when its worker was killed too often: it is begun anew. */
async function isLeftUnread(reader: Reader, id: number, vendorId: number): Promise<boolean> {
  if ((await reportNow(reader, id))?.state !== 'staging') return false;
  const progress = await readingProgress(reader, { id, vendorId });
  return progress === null || progress.state === 'failed';
}

async function reportNow(reader: Reader, reportId: number) {
  const [report] = await reader
    .select({
      state: reports.state,
      channel: reports.channel,
      errorCount: reports.errorCount,
      readingCount: reports.readingCount,
    })
    .from(reports)
    .where(eq(reports.id, reportId));
  return report ?? null;
}

/**
 * Submits a report that was read, or throws it away with all that is wrong with it; one that is known stays as it is. Of
 * several who send it at the same time one does, and the others find it sent.
 */
async function settle(
  visit: ApiVisit,
  context: PortalContext,
  tx: Tx,
  reportId: number,
  { comment }: ReportArrival,
): Promise<KeptAnswer> {
  const { store, act, t } = visit;
  await tx.lockRow('reports', 'id', reportId);
  const report = await reportNow(tx, reportId);
  if (!report) throw refusal(t, 404, 'not_found');
  const refuse = async (count: number, errors: ReportError[]): Promise<KeptAnswer> => {
    const isOurs = report.state === 'draft' && report.channel === 'api';
    if (isOurs) await discardReport(store, act, { reportId });
    const params = { errors: count };
    return { status: 422, body: refusalBody(t, 422, 'report_refused', { params, errors }) };
  };
  if (report.errorCount > 0 || (report.state === 'draft' && report.readingCount === 0))
    return refuse(report.errorCount, await reportErrors(tx, reportId, t));
  const isNew = report.state === 'draft';
  if (isNew) {
    const submission = { reportId, comments: {}, comment, uncommented: true };
    const submitted = await submitAndEvaluate(context, act, submission);
    if (!submitted.ok) return refuse(1, [errorOf(submitted.reason, t)]);
  }
  const row = await reportResource.find({ ...visit, reader: tx }, String(reportId));
  if (!row) throw refusal(t, 409, 'report_gone');
  return { status: isNew ? 201 : 200, body: row };
}

function errorOf({ code, params = {}, field }: Reason, t: TFunction): ReportError {
  const message = t(`errors:${code}` as 'errors:invalid', { ...params });
  return { row: null, column: field ?? null, code, message, value: null };
}
