import type { SlaTerm } from './sla-term';
import { isSameTerm } from './term-record';
import type { StoredVersion } from './term-version';

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
 * Which terms of a file are which of the contract's, by KPI and scope: first those that say what a version says already,
 * then the others in their order. Terms without a date of their own take the file's, where they say something new.
 */
export function pairTerms<K extends Kept>(
  stored: readonly K[],
  terms: readonly SlaTerm[],
  effectiveFrom: string | null,
): { steps: TermStep<K>[]; counts: TermCounts } {
  const live = stored.filter((term) => term.withdrawnAt === null);
  const named = new Set<K>();
  const rest = [...terms.entries()].filter(([, term]) => {
    const says = (kept: K) =>
      isOfSamePlace(kept, term) &&
      kept.versions.some(
        (version) => version.replacedAt === null && saysTheSame(version.term, term, effectiveFrom),
      );
    const same = live.find((kept) => !named.has(kept) && says(kept)) ?? live.find(says);
    if (same) named.add(same);
    return same === undefined;
  });
  const steps = rest.map(([index, term]): TermStep<K> => {
    const before = live.find((kept) => !named.has(kept) && isOfSamePlace(kept, term)) ?? null;
    if (before) named.add(before);
    return { index, before, term: dated(term, effectiveFrom) };
  });
  const changed = steps.filter(({ before }) => before !== null).length;
  return {
    steps,
    counts: {
      added: steps.length - changed,
      changed,
      unchanged: terms.length - steps.length,
      untouched: live.length - named.size,
    },
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
