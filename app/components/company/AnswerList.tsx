import { useTranslation } from 'react-i18next';
import {
  isAsked,
  type Answers,
  type Question,
  type QuestionSection,
} from '~/onboarding/questionnaire';
import { useFormat } from '../use-format';
import classes from './company.module.css';
import { useQuestionWords } from './use-question-words';

type Props = {
  sections: readonly QuestionSection[];
  answers: Answers;
  files: readonly { id: number; fileName: string }[];
};

/** The answers of a questionnaire to read, part by part; what was not asked is left out, what was not answered folded. */
export function AnswerList({ sections, answers, files }: Props) {
  const { t } = useTranslation();
  const words = useQuestionWords();
  return (
    <>
      {sections.map(({ id, questions }) => {
        const asked = questions.filter((question) => isAsked(question, answers));
        const open = asked.filter((question) => (answers[question.id] ?? null) === null);
        const given = asked.filter((question) => !open.includes(question));
        return (
          <section key={id}>
            <h3>{words.section(id)}</h3>
            {given.length > 0 && (
              <dl className={classes.answers}>
                {given.map((question) => (
                  <div key={question.id}>
                    <dt>{words.question(question.id)}</dt>
                    <dd>
                      <AnswerText
                        question={question}
                        answer={answers[question.id] ?? ''}
                        files={files}
                      />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {open.length > 0 && (
              <details className={classes.open}>
                <summary>{t('questionnaire:openQuestions', { count: open.length })}</summary>
                <ul>
                  {open.map((question) => (
                    <li key={question.id}>{words.question(question.id)}</li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        );
      })}
    </>
  );
}

type TextProps = { question: Question; answer: string; files: Props['files'] };

function AnswerText({ question, answer, files }: TextProps) {
  const { t } = useTranslation();
  const words = useQuestionWords();
  const format = useFormat();
  switch (question.kind) {
    case 'yes_no':
    case 'choice':
      return <>{words.choice(answer)}</>;
    case 'number':
      return <>{question.id === 'founded_year' ? answer : format.number(answer)}</>;
    case 'date':
      return <>{format.date(answer)}</>;
    case 'text':
      return <>{answer}</>;
    case 'document': {
      const file = files.find(({ id }) => String(id) === answer);
      if (!file) return <>{t('questionnaire:unanswered')}</>;
      return (
        <a href={`/documents/${file.id}`} download>
          {file.fileName}
        </a>
      );
    }
  }
}
