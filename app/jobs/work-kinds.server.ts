import { z } from 'zod';
import type { work } from '~db/schema/jobs';
import type { Clock } from '~/shared/clock';
import type { Postman } from '~/notifications/deliver-outbox.server';
import type { Store } from '~db/store.server';
import { runJob } from './run-job.server';
import { isJobName } from './schedule';
import type { Progress, WorkKind } from './work';

export type WorkContext = {
  store: Store;
  clock: Clock;
  postman: Postman | null;
  /** Folder of uploaded files. */
  uploads: string;
  log: (line: string) => void;
};

type Handler = (
  context: WorkContext,
  item: typeof work.$inferSelect,
  progress: Progress,
) => Promise<Record<string, unknown>>;

const jobInput = z.object({ job: z.string().refine(isJobName), asOf: z.string() });

/** What each kind of work does. A handler may be begun again after its worker died, and must then do nothing twice. */
export const workKinds: Record<WorkKind, Handler> = {
  'check-report': () => Promise.resolve({}),
  'run-job': async ({ store, clock, postman }, item) => {
    const { job, asOf } = jobInput.parse(item.input);
    if (!isJobName(job)) throw new Error(`there is no job ${job}`);
    return runJob({ store, postman, now: clock.now() }, job, {
      asOf,
      slot: `hand:${item.id}`,
      origin: 'hand',
      personId: item.personId,
    });
  },
};
