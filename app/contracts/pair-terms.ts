import type { SlaTerm } from './sla-term';
import { isSameTerm } from './term-record';
import { latestVersion, type StoredVersion } from './term-version';

type Kept = {
  kpi: string;
  service: string | null;
  market: string | null;
  withdrawnAt: string | null;
  versions: readonly (StoredVersion & { term: SlaTerm })[];
};

export type TermCounts = { added: number; changed: number; unchanged: number; untouched: number };

/** What the term at `index` of a file becomes: a new version of `before`, or a term of its own. */
export type TermStep<K> = { index: number; term: SlaTerm; before: K | null };

/**
 * Which terms of a file are which of the contract's: the first of a KPI and scope is the first stored one of them, the
 * second the second. Terms without a date of their own take the file's, where it has one and they say something new.
 */
export function pairTerms<K extends Kept>(
  stored: readonly K[],
  terms: readonly SlaTerm[],
  effectiveFrom: string | null,
): { steps: TermStep<K>[]; counts: TermCounts } {
  const waiting = stored.filter((term) => term.withdrawnAt === null);
  const steps: TermStep<K>[] = [];
  let unchanged = 0;
  for (const [index, term] of terms.entries()) {
    const at = waiting.findIndex((each) => isOfSamePlace(each, term));
    const before = at < 0 ? null : (waiting.splice(at, 1)[0] ?? null);
    const latest = before && latestVersion(before.versions);
    if (latest && saysTheSame(latest.term, term, effectiveFrom)) unchanged += 1;
    else steps.push({ index, before, term: dated(term, effectiveFrom) });
  }
  const changed = steps.filter(({ before }) => before !== null).length;
  return {
    steps,
    counts: { added: steps.length - changed, changed, unchanged, untouched: waiting.length },
  };
}

function isOfSamePlace(kept: Kept, { kpi, scope }: SlaTerm): boolean {
  return kept.kpi === kpi && kept.service === scope.service && kept.market === scope.market;
}

function saysTheSame(kept: SlaTerm, term: SlaTerm, effectiveFrom: string | null): boolean {
  const undated = term.effective_from === null && effectiveFrom !== null;
  return isSameTerm(undated ? { ...kept, effective_from: null } : kept, term);
}

function dated(term: SlaTerm, effectiveFrom: string | null): SlaTerm {
  return term.effective_from === null ? { ...term, effective_from: effectiveFrom } : term;
}
