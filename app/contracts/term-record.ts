import { z } from 'zod';
import { canonical } from '~/audit/entry';
import { readSlaTerm, type SlaTerm } from './sla-term';

export type StoredTermText = {
  kpi: string;
  service: string | null;
  market: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  document: Record<string, unknown>;
};

/** What a version of a term keeps: the term without its dates, which stand in columns. */
export function storedDocument(term: SlaTerm): Record<string, unknown> {
  const { effective_from: _from, effective_to: _to, ...document } = term;
  return document;
}

/** The term that a stored version says; codes and dates from the columns. Throws where it was stored wrongly. */
export function termOf(stored: StoredTermText): SlaTerm {
  const read = readSlaTerm({
    ...stored.document,
    kpi: stored.kpi,
    scope: { service: stored.service, market: stored.market },
    effective_from: stored.effectiveFrom,
    effective_to: stored.effectiveTo,
  });
  if (read.ok) return read.value;
  throw new Error(`a stored term can't be read: ${JSON.stringify(read)}`);
}

/** True where two terms promise the same from and to the same day. */
export function isSameTerm(a: SlaTerm, b: SlaTerm): boolean {
  return canonical(a) === canonical(b);
}

/** The market that a term's raw document names, for looking it up before the document is read. */
export function marketOfDocument(document: unknown): string[] {
  const read = z.object({ scope: z.object({ market: z.string() }) }).safeParse(document);
  return read.success ? [read.data.scope.market] : [];
}
