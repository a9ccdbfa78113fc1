import { dayOf, personIdOf, type Act } from '~/auth/act';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store, Tx } from '~db/store.server';
import {
  LONGEST_NUMBER,
  moveCredit,
  type CreditAction,
  type CreditParty,
  type CreditStep,
  type Move,
} from './credit-line';
import { levelCreditsOf } from './level-credits.server';
import { loadLines, MOST_LINES, type LineKey, type LoadedLine } from './load-lines.server';
import { writeMoves } from './write-moves.server';
import { writeCreditLetters } from './credit-letters.server';

export type CreditMove = {
  keys: readonly LineKey[];
  action: Exclude<CreditAction, 'expire'>;
  /** A reason, or the number of the invoice that the amount is taken off. */
  text?: string;
  /** The day of the act where it is not the day of its instant in UTC. */
  asOf?: string;
};

export type MovedCredit = { line: LoadedLine; moves: Move[] };

/**
 * Does one thing to lines: claims, accepts, disputes, rules on, waives or applies what stands in the state for it, with
 * its audit entries and letters. Of several lines those are moved that can be; when none can, the first's refusal is told.
 * More than can be locked at once are refused (`too_many_selected`).
 */
export async function moveCredits(
  store: Store,
  act: Act,
  { keys, action, text, asOf = dayOf(act.now) }: CreditMove,
): Promise<Outcome<{ count: number }>> {
  if (keys.length > MOST_LINES) return refused('too_many_selected', { max: MOST_LINES });
  const said = reasonText(
    text,
    action === 'apply'
      ? { field: 'invoiceNumber', missing: null, max: LONGEST_NUMBER }
      : { field: 'reason', missing: null },
  );
  if (!said.ok) return said;
  const trimmed = text === undefined ? undefined : said.value;
  return store.transact(async (tx) => {
    const lines = await lockLines(tx, act, keys, asOf);
    if (lines.length === 0) return refused('not_found');
    const step: CreditStep = {
      by: partyOf(act),
      personId: personIdOf(act),
      asOf,
      ...(trimmed !== undefined && { text: trimmed }),
    };
    const tried = lines.map((line) => ({ line, outcome: moveCredit(line, action, step) }));
    const moved = tried.flatMap(({ line, outcome }): MovedCredit[] =>
      outcome.ok ? [{ line, moves: outcome.value }] : [],
    );
    const first = tried[0]?.outcome;
    if (moved.length === 0) return first && !first.ok ? first : refused('not_found');
    const words = saying(action, trimmed);
    await writeMoves(
      tx,
      act,
      moved.map((each) => ({ ...each, ...words })),
      asOf,
    );
    await writeCreditLetters(tx, act, action, moved, trimmed ?? '');
    return done({ count: moved.length });
  });
}

/** The lines within the act's scope, in step with their evaluations, their contracts locked until the transaction ends. */
async function lockLines(
  tx: Tx,
  act: Act,
  keys: readonly LineKey[],
  asOf: string,
): Promise<LoadedLine[]> {
  const seen = await loadLines(tx, act.scope, keys);
  const contractIds = [...new Set(seen.map(({ month }) => month.contractId))];
  if (contractIds.length === 0) return [];
  await tx.lockRow('contracts', 'id', ...contractIds);
  const clock: Act = { ...act, actor: { kind: 'job', job: 'settle' } };
  await levelCreditsOf(tx, clock, asOf, contractIds);
  return loadLines(tx, act.scope, keys);
}

function saying(action: CreditAction, text: string | undefined) {
  if (text === undefined || text === '') return {};
  return action === 'apply' ? { invoiceNumber: text } : { reason: text };
}

/** Who acts on a credit. */
export function partyOf({ actor }: Act): CreditParty {
  if (actor.kind !== 'person') return 'clock';
  if (actor.role === 'vendor') return 'vendor';
  return actor.role === 'procurement' ? 'procurement' : 'manager';
}
