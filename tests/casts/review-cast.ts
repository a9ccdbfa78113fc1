import { everything, type Act } from '~/auth/act';
import { freezePack } from '~/reviews/freeze-pack.server';
import { openMeeting } from '~/reviews/open-meeting.server';
import { planReview } from '~/reviews/plan-review.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import type { Store } from '~db/store.server';
import { testNow, type CastPerson } from '../cast';

/** What somebody of the cast does, now or at another time. */
export function actOf(person: CastPerson, vendorId: number | null = null, now = testNow): Act {
  const { id, name, role } = person;
  return {
    actor: { kind: 'person', personId: id, name, role, address: null },
    now,
    scope: vendorId === null ? everything : { kind: 'vendor', vendorId },
  };
}

/** A vendor's review of the last quarter of 2023 with its pack frozen. */
export async function frozenReview(store: Store, act: Act, vendorId: number): Promise<number> {
  await evaluateDueContracts(store, act.now, act.now.toISOString().slice(0, 10));
  const planned = await planReview(store, act, vendorId, { quarter: '2023-10' });
  if (!planned.ok) throw new Error(planned.reason.code);
  const frozen = await freezePack(store, act, planned.value);
  if (!frozen.ok) throw new Error(frozen.reason.code);
  return planned.value;
}

/** The same with its meeting begun. */
export async function openReview(store: Store, act: Act, vendorId: number): Promise<number> {
  const id = await frozenReview(store, act, vendorId);
  const opened = await openMeeting(store, act, id);
  if (!opened.ok) throw new Error(opened.reason.code);
  return id;
}
