import { and, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { questionnaireAnswers, questionnaires } from '~db/schema/self-service';
import type { Reader } from '~db/store.server';
import { currentVersion, questionnaireOf, type Answers } from './questionnaire';

/** A vendor's questionnaire with its answers; one that nobody has begun is of the current version, without an id. */
export async function findQuestionnaire(reader: Reader, scope: Scope, vendorId: number) {
  const [row] = await reader
    .select()
    .from(questionnaires)
    .where(and(eq(questionnaires.vendorId, vendorId), withinScope(scope, questionnaires.vendorId)));
  const questionnaire = questionnaireOf(row?.version ?? currentVersion);
  return {
    id: row?.id ?? null,
    version: questionnaire.version,
    questionnaire,
    answers: row ? await answersOf(reader, row.id) : {},
  };
}

async function answersOf(reader: Reader, questionnaireId: number): Promise<Answers> {
  const rows = await reader
    .select({ question: questionnaireAnswers.question, answer: questionnaireAnswers.answer })
    .from(questionnaireAnswers)
    .where(eq(questionnaireAnswers.questionnaireId, questionnaireId));
  return Object.fromEntries(rows.map(({ question, answer }) => [question, answer]));
}
