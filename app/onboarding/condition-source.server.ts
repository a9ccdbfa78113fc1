import { eq } from 'drizzle-orm';
import type { ActionSource } from '~/actions/action-source.server';
import { personIdOf } from '~/auth/act';
import { refused } from '~/shared/outcome';
import { admissions } from '~db/schema/onboarding';
import { mayEaseCondition } from './admission';

/** What an admission says to its conditions: whoever let the vendor in does not ease them, another manager may. */
export const conditionSource: ActionSource = {
  async refuse(tx, act, { originId }, verb) {
    if (verb !== 'move' && verb !== 'cancel') return null;
    const [admission] = await tx
      .select({ decidedBy: admissions.decidedBy })
      .from(admissions)
      .where(eq(admissions.id, originId));
    if (!admission) return refused('not_found');
    const may = mayEaseCondition(admission.decidedBy, {
      personId: personIdOf(act),
      role: act.actor.kind === 'person' ? act.actor.role : '',
    });
    return may.ok ? null : may;
  },
};
