import type { Act } from '~/auth/act';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import type { CaseChange } from './case';
import { moveCaseTo } from './move-case.server';

/** A manager agrees to the vendor's plan; its corrective steps are what comes due next. */
export async function acceptPlan(
  store: Store,
  act: Act,
  { caseId }: { caseId: number },
): Promise<Outcome<CaseChange>> {
  return moveCaseTo(store, act, {
    caseId,
    move: 'accept_plan',
    mail: { template: 'planAccepted', to: 'vendor' },
  });
}
