import { eq } from 'drizzle-orm';
import type { ActionSource } from '~/actions/action-source.server';
import { personIdOf } from '~/auth/act';
import { refused } from '~/shared/outcome';
import { admissions } from '~db/schema/onboarding';
import { mayEaseCondition, mayMeetCondition } from './admission';

/** What an admission says to its conditions: whoever let the vendor in neither eases them nor says that they are met. */
export const conditionSource: ActionSource = {
  asksReason: true,
  async refuse(tx, act, { originId }, verb) {
    if (verb === 'reopen') return null;
    const [admission] = await tx
      .select({ decidedBy: admissions.decidedBy })
      .from(admissions)
      .where(eq(admissions.id, originId));
    if (!admission) return refused('not_found');
    const person = {
      personId: personIdOf(act),
      role: act.actor.kind === 'person' ? act.actor.role : '',
    };
    const may =
      verb === 'complete'
        ? mayMeetCondition(admission.decidedBy, person)
        : mayEaseCondition(admission.decidedBy, person);
    return may.ok ? null : may;
  },
};
