import type { Act } from '~/auth/act';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import type { CaseChange } from './case';
import { moveCaseTo } from './move-case.server';

/** The periods that had to pass have passed. */
export async function closeCase(
  store: Store,
  act: Act,
  { caseId, asOf }: { caseId: number; asOf?: string },
): Promise<Outcome<CaseChange>> {
  return moveCaseTo(store, act, {
    caseId,
    move: 'close',
    mail: { template: 'caseClosed', to: 'vendor' },
    ...(asOf !== undefined && { asOf }),
  });
}
