import { and, eq, inArray, sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { recordDocument, takeDocument } from '~/documents/keep-document.server';
import { done, refused, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { questionnaireAnswers, questionnaires } from '~db/schema/self-service';
import type { Store, Tx } from '~db/store.server';
import { readAnswer } from './answer';
import { mayChangeSection } from './section-queries.server';
import { currentVersion, questionsOf, type Question } from './questionnaire';
import { findQuestionnaire } from './questionnaire-queries.server';

/** What was typed, by question; a question that is not there keeps its answer, an empty text takes it away. */
export type TypedAnswers = Readonly<Record<string, string>>;

/**
 * Keeps what a vendor answered. With `whole`, as from a workbook, all answers are kept or none; else those that can be
 * read are kept, so that one slip does not cost the rest. A refusal names every question that was wrong.
 */
export async function keepAnswers(
  store: Store,
  act: Act,
  vendorId: number,
  typed: TypedAnswers,
  { whole }: { whole: boolean },
): Promise<Outcome<{ changed: number }>> {
  return store.transact(
    async (tx) => {
      const allowed = await mayChangeSection(tx, act, vendorId, 'questionnaire');
      if (!allowed.ok) return allowed;
      const { questionnaire, answers } = await findQuestionnaire(tx, act.scope, vendorId);
      const asked = questionsOf(questionnaire).filter(
        ({ id, kind }) => id in typed && kind !== 'document',
      );
      const { read, wrong } = readAll(asked, typed);
      if (whole && wrong.length > 0) return refusedFields(wrong);
      // Of a page what can be read is kept, and the rest is asked again.
      const changed = read.filter(({ id, answer }) => (answers[id] ?? null) !== answer);
      await write(tx, act, vendorId, answers, changed);
      return wrong.length > 0 ? refusedFields(wrong) : done({ changed: changed.length });
    },
    { keepRefused: !whole },
  );
}

/** Hands in the document that answers a question: the document and the answer, or neither. */
export async function answerWithDocument(
  context: { store: Store; uploads: string },
  act: Act,
  vendorId: number,
  questionId: string,
  file: { name: string; bytes: Uint8Array },
): Promise<Outcome> {
  const { store } = context;
  const { questionnaire } = await findQuestionnaire(store.read, act.scope, vendorId);
  const question = questionsOf(questionnaire).find(({ id }) => id === questionId);
  if (question?.kind !== 'document') return refused('not_found');
  const stored = await takeDocument(context, file, { kind: 'evidence' });
  if (!stored.ok) {
    const reason = { ...stored.reason, field: questionId };
    return { ok: false, reason, fields: [reason] };
  }
  return store.transact(async (tx) => {
    const allowed = await mayChangeSection(tx, act, vendorId, 'questionnaire');
    if (!allowed.ok) return allowed;
    const id = await questionnaireOfVendor(tx, act, vendorId);
    const { answers } = await findQuestionnaire(tx, act.scope, vendorId);
    const subject = { kind: 'questionnaire', id } as const;
    const documentId = await recordDocument(tx, act, { vendorId, subject }, stored.value);
    await write(tx, act, vendorId, answers, [{ id: questionId, answer: String(documentId) }]);
    return done();
  });
}

function readAll(asked: readonly Question[], typed: TypedAnswers) {
  const read: { id: string; answer: string | null }[] = [];
  const wrong: Reason[] = [];
  for (const question of asked) {
    const outcome = readAnswer(question, typed[question.id] ?? '');
    if (outcome.ok) read.push({ id: question.id, answer: outcome.value });
    else wrong.push(outcome.reason);
  }
  return { read, wrong };
}

async function questionnaireOfVendor(tx: Tx, act: Act, vendorId: number): Promise<number> {
  await tx
    .insert(questionnaires)
    .values({
      id: randomId(),
      vendorId,
      version: currentVersion,
      startedAt: act.now.toISOString(),
    })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: questionnaires.id })
    .from(questionnaires)
    .where(eq(questionnaires.vendorId, vendorId));
  if (!row) throw new Error('the questionnaire was not begun');
  return row.id;
}

async function write(
  tx: Tx,
  act: Act,
  vendorId: number,
  before: TypedAnswers,
  changed: readonly { id: string; answer: string | null }[],
): Promise<void> {
  if (changed.length === 0) return;
  const questionnaireId = await questionnaireOfVendor(tx, act, vendorId);
  const gone = changed.filter(({ answer }) => answer === null).map(({ id }) => id);
  const kept = changed.flatMap(({ id, answer }) => (answer === null ? [] : [{ id, answer }]));
  if (gone.length > 0)
    await tx
      .delete(questionnaireAnswers)
      .where(
        and(
          eq(questionnaireAnswers.questionnaireId, questionnaireId),
          inArray(questionnaireAnswers.question, gone),
        ),
      );
  if (kept.length > 0)
    await tx
      .insert(questionnaireAnswers)
      .values(
        kept.map(({ id, answer }) => ({
          questionnaireId,
          question: id,
          answer,
          answeredAt: act.now.toISOString(),
          answeredBy: personIdOf(act),
        })),
      )
      .onConflictDoUpdate({
        target: [questionnaireAnswers.questionnaireId, questionnaireAnswers.question],
        set: {
          answer: sql`excluded.answer`,
          answeredAt: sql`excluded.answered_at`,
          answeredBy: sql`excluded.answered_by`,
        },
      });
  const ids = changed.map(({ id }) => id);
  await record(tx, act, {
    action: 'questionnaire.answered',
    entity: 'questionnaire',
    entityId: questionnaireId,
    vendorId,
    before: Object.fromEntries(ids.map((id) => [id, before[id] ?? null])),
    after: Object.fromEntries(changed.map(({ id, answer }) => [id, answer])),
  });
}
