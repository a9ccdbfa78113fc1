import { scoresOwedBy } from '~/onboarding/scoring-queries.server';
import type { Reader } from '~db/store.server';
import type { Task } from './task';

/** Assessments that wait for a person's scores. */
export async function scoresDue(reader: Reader, personId: number): Promise<Task[]> {
  const rows = await scoresOwedBy(reader, personId);
  return rows.map(({ id, vendor, dueOn }) => ({
    kind: 'scores_due',
    key: `scores:${id}`,
    href: `/assessments/${id}/scores`,
    dueOn,
    period: null,
    params: { vendor },
  }));
}
