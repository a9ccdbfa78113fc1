import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { insiderRecipients, queueMail } from '~/notifications/queue-mail.server';
import { standards } from '~db/schema/standards';
import type { Store } from '~db/store.server';
import type { StoredRun } from './take-standard.server';

/** Tells those who may approve that a run's amendments wait for them: one letter each, however many contracts there are. */
export async function announceRun(
  store: Store,
  act: Act,
  { id, standardId, effectiveFrom, reason }: StoredRun,
  count: number,
): Promise<void> {
  await store.transact(async (tx) => {
    const [standard] = await tx.select().from(standards).where(eq(standards.id, standardId));
    const deciders = [
      ...(await insiderRecipients(tx, 'procurement', null)),
      ...(await insiderRecipients(tx, 'manager', null)),
    ].filter(({ personId }) => personId !== personIdOf(act));
    await queueMail(tx, act, deciders, {
      template: 'standardProposed',
      params: {
        ...{ standard: standard?.code ?? '', count, date: effectiveFrom, reason },
        link: `/standards/${standardId}/runs/${id}`,
      },
      vendorId: null,
    });
  });
}
