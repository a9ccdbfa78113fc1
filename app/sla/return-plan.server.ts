import type { Act } from '~/auth/act';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import type { CaseChange } from './case';
import { moveCaseTo } from './move-case.server';

/** A manager sends the plan back and says what it lacks; the vendor has ten working days for the next one. */
export async function returnPlan(
  store: Store,
  act: Act,
  { caseId, text }: { caseId: number; text: string },
): Promise<Outcome<CaseChange>> {
  return moveCaseTo(store, act, {
    caseId,
    move: 'return_plan',
    text,
    mail: { template: 'planReturned', to: 'vendor' },
  });
}
