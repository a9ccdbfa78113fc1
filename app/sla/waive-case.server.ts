import type { Act } from '~/auth/act';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import type { CaseChange } from './case';
import { moveCaseTo } from './move-case.server';

/** The failures count and cost what they cost, and nobody asks for more; the next one opens a new case. */
export async function waiveCase(
  store: Store,
  act: Act,
  { caseId, text }: { caseId: number; text: string },
): Promise<Outcome<CaseChange>> {
  return moveCaseTo(store, act, {
    caseId,
    move: 'waive',
    text,
    mail: { template: 'caseWaived', to: 'vendor' },
  });
}
