import { cancelActionsOf } from '~/actions/cancel-action.server';
import { measureOfTerm } from '~/actions/measure-queries.server';
import { promiseActions } from '~/actions/promise-action.server';
import { dayOf, type Act } from '~/auth/act';
import { done, type Outcome } from '~/shared/outcome';
import type { Store, Tx } from '~db/store.server';
import type { CaseChange } from './case';
import { checkPlan, type CasePlan } from './case-plan';
import type { LoadedCase } from './load-case.server';
import { moveCaseTo } from './move-case.server';

/**
 * The vendor's improvement plan. Its steps become actions of the vendor; those of an earlier plan that are still open
 * fall away with it.
 */
export async function submitPlan(
  store: Store,
  act: Act,
  { caseId, plan }: { caseId: number; plan: CasePlan },
): Promise<Outcome<CaseChange>> {
  const checked = checkPlan(plan, dayOf(act.now));
  if (!checked.ok) return checked;
  const written = checked.value;
  return moveCaseTo(
    store,
    act,
    {
      caseId,
      move: 'submit_plan',
      details: { plan: written },
      mail: {
        template: 'planSubmitted',
        to: 'managers',
        params: { cause: written.whys.at(-1) ?? '' },
      },
    },
    (tx, open) => promiseSteps(tx, act, open, written),
  );
}

async function promiseSteps(
  tx: Tx,
  act: Act,
  { row }: LoadedCase,
  { corrective, preventive }: CasePlan,
): Promise<Outcome> {
  const ownerName = act.actor.kind === 'person' ? act.actor.name : null;
  const plan = { origin: 'breach', originId: row.id } as const;
  await cancelActionsOf(tx, act, plan);
  const measure = await measureOfTerm(tx, row.termId);
  await promiseActions(
    tx,
    act,
    plan,
    [...corrective, ...preventive].map(({ what, dueOn }) => ({
      vendorId: row.vendorId,
      title: what,
      side: 'vendor' as const,
      ownerName,
      dueOn,
      ...measure,
    })),
  );
  return done();
}
