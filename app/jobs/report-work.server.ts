import { and, eq } from 'drizzle-orm';
import { dayOf, type Act } from '~/auth/act';
import type { PortalContext } from '~/context';
import { acceptReport } from '~/kpi/accept-report.server';
import { discardReport } from '~/kpi/discard-report.server';
import { readReportAgain } from '~/kpi/read-report-again.server';
import { receiveReport, type Received } from '~/kpi/receive-report.server';
import { submitReport, type Submission } from '~/kpi/submit-report.server';
import type { Outcome } from '~/shared/outcome';
import { work } from '~db/schema/jobs';
import type { Store, TransactOptions, Tx } from '~db/store.server';
import { queueWork } from './queue-work.server';

type Portal = Pick<PortalContext, 'store' | 'uploads' | 'wakeWorker'>;
type Arrival = Parameters<typeof receiveReport>[2];

/** Takes in a report's file and has it read in the background; the draft that it mends is thrown away with it. */
export async function takeInReport(
  { store, uploads, wakeWorker }: Portal,
  act: Act,
  arrival: Arrival,
  { replaces }: { replaces?: number } = {},
): Promise<Outcome<Received>> {
  const received = await receiveReport({ store, uploads }, act, arrival, async (tx, reportId) => {
    await queueReading(tx, act, reportId, arrival.vendorId);
    if (replaces !== undefined) await discardReport(store, act, { reportId: replaces });
  });
  wakeWorker();
  return received;
}

/** Has a draft read once more in the background. */
export async function readAgain(
  { store, wakeWorker }: Portal,
  act: Act,
  { reportId, vendorId }: { reportId: number; vendorId: number },
): Promise<Outcome> {
  const outcome = await readReportAgain(store, act, { reportId }, async (tx) => {
    if (!(await waitsForReading(tx, reportId, vendorId)))
      await queueReading(tx, act, reportId, vendorId);
  });
  wakeWorker();
  return outcome;
}

/** Whether the report is to be read anyway: asked for often, it is read once. */
async function waitsForReading(tx: Tx, reportId: number, vendorId: number): Promise<boolean> {
  const waiting = await tx
    .select({ input: work.input })
    .from(work)
    .where(
      and(eq(work.state, 'waiting'), eq(work.vendorId, vendorId), eq(work.kind, 'check-report')),
    );
  return waiting.some(({ input }) => input['reportId'] === reportId);
}

async function queueReading(tx: Tx, act: Act, reportId: number, vendorId: number): Promise<void> {
  await queueWork(tx, act, 'check-report', { reportId }, vendorId);
}

/** Submits a report; one that is accepted by itself is evaluated at once. What was typed stays where it is refused. */
export async function submitAndEvaluate(portal: Portal, act: Act, submission: Submission) {
  const submit = (store: Store) => submitReport(store, act, submission);
  return thenEvaluate(portal, act, submit, { keepRefused: true });
}

/** Accepts a report and evaluates its terms at once, so that breaches show without waiting for the next run. */
export async function acceptAndEvaluate(
  portal: Portal,
  act: Act,
  acceptance: Parameters<typeof acceptReport>[2],
) {
  return thenEvaluate(portal, act, (store) => acceptReport(store, act, acceptance));
}

async function thenEvaluate<T>(
  { store, wakeWorker }: Portal,
  act: Act,
  verb: (store: Store) => Promise<Outcome<T>>,
  options?: TransactOptions,
): Promise<Outcome<T>> {
  const outcome = await store.transact(async (tx) => {
    const result = await verb(store);
    const isAccepted =
      result.ok && (result.value as { state?: string } | undefined)?.state !== 'submitted';
    if (isAccepted) await queueWork(tx, act, 'run-job', { job: 'evaluate', asOf: dayOf(act.now) });
    return result;
  }, options);
  wakeWorker();
  return outcome;
}
