import { asc, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { clauses } from '~db/schema/clauses';
import type { Reader } from '~db/store.server';
import { clauseStandingOf } from './clause-gap-queries.server';

/** The required clauses that a contract lacks, by code and name. */
export async function clauseGapsOf(reader: Reader, scope: Scope, contractId: number) {
  const standing = await clauseStandingOf(reader, scope, contractId);
  const ids = (standing?.gaps ?? []).map(({ clauseId }) => clauseId);
  if (ids.length === 0) return [];
  return reader
    .select({ code: clauses.code, nameEn: clauses.nameEn, nameZh: clauses.nameZh })
    .from(clauses)
    .where(inArray(clauses.id, ids))
    .orderBy(asc(clauses.position), asc(clauses.code));
}
