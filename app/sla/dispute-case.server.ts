import type { Act } from '~/auth/act';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import type { CaseChange } from './case';
import { moveCaseTo } from './move-case.server';

/** The vendor contradicts, with evidence, within fourteen days of the latest breach. */
export async function disputeCase(
  store: Store,
  act: Act,
  { caseId, text }: { caseId: number; text: string },
): Promise<Outcome<CaseChange>> {
  return moveCaseTo(store, act, {
    caseId,
    move: 'dispute',
    text,
    mail: { template: 'caseDisputed', to: 'managers' },
  });
}
