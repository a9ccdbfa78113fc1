import { everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { draftStatements } from './draft-statements.server';
import { expireCredits, levelCredits } from './level-credits.server';

export type SettlementCounts = {
  creditLines: number;
  creditsExpired: number;
  statementsDrafted: number;
  accountEntries: number;
};

/**
 * Brings the ledger in step as of the end of a day: what evaluations changed, claims that nobody made in time, and the
 * statements of the months that are over. A second run finds nothing to do.
 */
export async function settleMonths(
  store: Store,
  now: Date,
  asOf: string,
): Promise<SettlementCounts> {
  const act: Act = { actor: { kind: 'job', job: 'settle' }, now, scope: everything };
  const creditLines = await levelCredits(store, act, asOf);
  const creditsExpired = await expireCredits(store, act, asOf);
  const drafted = await draftStatements(store, act, asOf);
  return {
    creditLines,
    creditsExpired,
    statementsDrafted: drafted.statements,
    accountEntries: drafted.entries,
  };
}
