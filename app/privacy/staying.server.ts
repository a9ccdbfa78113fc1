import { and, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { questionnaireAnswers, questionnaires } from '~db/schema/self-service';
import type { Reader } from '~db/store.server';
import { markedFields } from './marking';
import { sameAddressElsewhere } from './same-address.server';
import type { Staying } from './staying';

type Leaving = {
  /** Somebody who signs in; null is a contact. */
  personId: number | null;
  vendorId: number | null;
  name: string;
  email: string | null;
};

/** What of somebody stays although it names them: the same address elsewhere, answers of the questionnaire. */
export async function stayingOf(reader: Reader, scope: Scope, who: Leaving): Promise<Staying> {
  const { personId, vendorId, email } = who;
  return {
    vendorId,
    ...(email === null
      ? { elsewhere: [], more: 0 }
      : await sameAddressElsewhere(reader, scope, { email, vendorId }, personId)),
    questions: vendorId === null ? [] : await questionsNaming(reader, vendorId, who),
  };
}

/** Questions that ask who somebody is, and were answered with the name or the address. */
async function questionsNaming(
  reader: Reader,
  vendorId: number,
  { name, email }: Leaving,
): Promise<string[]> {
  const answers = await reader
    .select({ question: questionnaireAnswers.question, answer: questionnaireAnswers.answer })
    .from(questionnaireAnswers)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireAnswers.questionnaireId))
    .where(
      and(
        eq(questionnaires.vendorId, vendorId),
        inArray(questionnaireAnswers.question, [...markedFields('questionnaire')]),
      ),
    );
  const wanted = [name, email].flatMap((text) => (text === null ? [] : [text.toLowerCase()]));
  const naming = answers.filter(({ answer }) =>
    wanted.some((text) => answer.toLowerCase().includes(text)),
  );
  return markedFields('questionnaire').filter((id) =>
    naming.some(({ question }) => question === id),
  );
}
