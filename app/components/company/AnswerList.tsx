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

/** The answers of a questionnaire to read, part by part; what was not asked is left out. */
export function AnswerList({ sections, answers, files }: Props) {
  const words = useQuestionWords();
  return (
    <>
      {sections.map(({ id, questions }) => (
        <section key={id}>
          <h3>{words.section(id)}</h3>
          <dl className={classes.answers}>
            {questions
              .filter((question) => isAsked(question, answers))
              .map((question) => (
                <div key={question.id}>
                  <dt>{words.question(question.id)}</dt>
                  <dd>
                    <AnswerText
                      question={question}
                      answer={answers[question.id] ?? null}
                      files={files}
                    />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}

type TextProps = { question: Question; answer: string | null; files: Props['files'] };

function AnswerText({ question, answer, files }: TextProps) {
  const { t } = useTranslation();
  const words = useQuestionWords();
  const format = useFormat();
  if (answer === null) return <>{t('questionnaire:unanswered')}</>;
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
