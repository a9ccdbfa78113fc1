import { z } from 'zod';
import type { work } from '~db/schema/jobs';
import type { Clock } from '~/shared/clock';
import type { Postman } from '~/notifications/deliver-outbox.server';
import type { Runner } from '~/shared/runner.server';
import type { Store } from '~db/store.server';
import { everything, type Act } from '~/auth/act';
import { stageReport } from '~/kpi/stage-report.server';
import { freezePack } from '~/reviews/freeze-pack.server';
import { applyApproved } from '~/contracts/approve-run.server';
import { runStandard } from '~/contracts/run-standard.server';
import { takeVendorFile } from '~/vendors/take-vendor-file.server';
import { people } from '~db/schema/auth';
import { eq } from 'drizzle-orm';
import { runJob } from './run-job.server';
import { jobNames } from './schedule';
import type { Progress, WorkKind } from './work';

export type WorkContext = {
  store: Store;
  /** Who does it. */
  runner: Runner;
  clock: Clock;
  postman: Postman | null;
  /** Folder of uploaded files. */
  uploads: string;
  log: (line: string) => void;
  /** Told when the runner has to end: what it can't write by then is left to others. */
  stop?: AbortSignal;
};

type Handler = (
  context: WorkContext,
  item: typeof work.$inferSelect,
  progress: Progress,
) => Promise<Record<string, unknown>>;

const reportInput = z.object({ reportId: z.number() });
const importInput = z.object({ importId: z.number() });
const reviewInput = z.object({ reviewId: z.number() });
const runInput = z.object({ runId: z.number() });
const jobInput = z.object({ job: z.enum(jobNames), asOf: z.string() });

/** What each kind of work does. A handler may be begun again after its worker died, and must then do nothing twice. */
export const workKinds: Record<WorkKind, Handler> = {
  'check-report': async ({ store, clock, uploads }, item, progress) => {
    const { reportId } = reportInput.parse(item.input);
    const act = await actOf(store, item.personId, clock.now());
    const { readings, findings } = await stageReport({ store, uploads }, act, reportId, {
      progress,
    });
    return { reportId, readings, errors: findings.errors, warnings: findings.warnings };
  },
  'import-vendors': async ({ store, clock, uploads }, item) => {
    const { importId } = importInput.parse(item.input);
    const act = await actOf(store, item.personId, clock.now());
    return takeVendorFile({ store, uploads }, act, importId);
  },
  'freeze-pack': async ({ store, clock }, item) => {
    const { reviewId } = reviewInput.parse(item.input);
    const act = await actOf(store, item.personId, clock.now());
    const outcome = await freezePack(store, act, reviewId);
    return outcome.ok ? { reviewId } : { reviewId, refused: outcome.reason.code };
  },
  'run-standard': async ({ store, clock }, item, progress) => {
    const { runId } = runInput.parse(item.input);
    const act = await actOf(store, item.personId, clock.now());
    return runStandard(store, act, runId, progress);
  },
  'approve-standard': async ({ store, clock }, item, progress) => {
    const { runId } = runInput.parse(item.input);
    const act = await actOf(store, item.personId, clock.now());
    return applyApproved(store, act, runId, progress);
  },
  'run-job': async ({ clock, ...context }, item) => {
    const { job, asOf } = jobInput.parse(item.input);
    return runJob({ ...context, now: clock.now() }, job, {
      asOf,
      slot: `hand:${item.id}`,
      origin: 'hand',
      personId: item.personId,
    });
  },
};

/** Work goes on in the name of the person who asked for it. */
async function actOf(store: Store, personId: number | null, now: Date): Promise<Act> {
  const [person] =
    personId === null ? [] : await store.read.select().from(people).where(eq(people.id, personId));
  return person
    ? {
        actor: {
          kind: 'person',
          personId: person.id,
          name: person.name,
          role: person.role,
          address: null,
        },
        now,
        scope: everything,
      }
    : { actor: { kind: 'job', job: 'work' }, now, scope: everything };
}
