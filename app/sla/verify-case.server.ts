import type { Act } from '~/auth/act';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import type { CaseChange } from './case';
import { moveCaseTo } from './move-case.server';

/** The plan has been carried out: from now on the term's periods show whether it works. */
export async function verifyCase(
  store: Store,
  act: Act,
  { caseId, asOf }: { caseId: number; asOf?: string },
): Promise<Outcome<CaseChange>> {
  return moveCaseTo(store, act, {
    caseId,
    move: 'verify',
    mail: { template: 'caseVerifying', to: 'vendor' },
    ...(asOf !== undefined && { asOf }),
  });
}
