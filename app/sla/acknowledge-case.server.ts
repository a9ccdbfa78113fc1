import type { Act } from '~/auth/act';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import type { CaseChange } from './case';
import { moveCaseTo } from './move-case.server';

/** The vendor has seen the breach and takes it on; the plan stays due when it was. */
export async function acknowledgeCase(
  store: Store,
  act: Act,
  { caseId }: { caseId: number },
): Promise<Outcome<CaseChange>> {
  return moveCaseTo(store, act, {
    caseId,
    move: 'acknowledge',
    mail: { template: 'caseAcknowledged', to: 'managers' },
  });
}
