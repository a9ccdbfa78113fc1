import { desc, eq, sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { clauses, clauseTexts } from '~db/schema/clauses';
import type { Store, Tx } from '~db/store.server';
import { clauseFields } from './clause-fields';
import { findClause } from './clause-queries.server';

/** Adds a clause of the house to the library, with its first text. */
export async function addClause(
  store: Store,
  act: Act,
  input: unknown,
): Promise<Outcome<{ clauseId: number }>> {
  const read = readFields(clauseFields, input);
  if (!read.ok) return read;
  const { textEn, textZh, reason, ...clause } = read.value;
  return store.transact(async (tx) => {
    if ((await tx.$count(clauses, eq(clauses.code, clause.code))) > 0)
      return refused('already_exists', { value: clause.code }, 'code');
    const [last] = await tx
      .select({ position: sql<number | null>`max(${clauses.position})` })
      .from(clauses);
    const clauseId = randomId();
    const createdAt = act.now.toISOString();
    await tx.insert(clauses).values({
      id: clauseId,
      ...clause,
      position: Number(last?.position ?? -1) + 1,
      createdAt,
    });
    await insertText(tx, act, clauseId, { version: 1, textEn, textZh, reason });
    await record(tx, act, {
      action: 'clause.added',
      entity: 'clause',
      entityId: clauseId,
      after: read.value,
    });
    return done({ clauseId });
  });
}

/**
 * Changes a clause's guidance, and its text as a new version where that differs; contracts go on naming the version that
 * they were compared with. The code stays.
 */
export async function changeClause(
  store: Store,
  act: Act,
  clauseId: number,
  input: Record<string, unknown>,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const before = await findClause(tx, clauseId);
    const latest = await latestText(tx, clauseId);
    if (!before || !latest) return refused('not_found');
    const read = readFields(clauseFields, { ...input, code: before.code });
    if (!read.ok) return read;
    const { textEn, textZh, reason, code: _code, ...guidance } = read.value;
    const isNewText = textEn !== latest.textEn || textZh !== latest.textZh;
    if (isNewText && reason === null) return refused('required', {}, 'reason');
    await tx.update(clauses).set(guidance).where(eq(clauses.id, clauseId));
    if (isNewText)
      await insertText(tx, act, clauseId, { version: latest.version + 1, textEn, textZh, reason });
    await record(tx, act, {
      action: 'clause.changed',
      entity: 'clause',
      entityId: clauseId,
      before: { ...before, textEn: latest.textEn, textZh: latest.textZh },
      after: read.value,
    });
    return done();
  });
}

/** The text of a clause that is offered now. */
export async function latestText(tx: Tx, clauseId: number) {
  const [text] = await tx
    .select()
    .from(clauseTexts)
    .where(eq(clauseTexts.clauseId, clauseId))
    .orderBy(desc(clauseTexts.version))
    .limit(1);
  return text ?? null;
}

type Text = { version: number; textEn: string; textZh: string; reason: string | null };

async function insertText(tx: Tx, act: Act, clauseId: number, text: Text): Promise<void> {
  await tx.insert(clauseTexts).values({
    clauseId,
    ...text,
    createdAt: act.now.toISOString(),
    createdBy: personIdOf(act),
  });
}
