import { useTranslation } from 'react-i18next';
import type { Question } from '~/onboarding/questionnaire';
import { acceptedEndings } from '~/documents/document';
import { DateField } from '../form/dates';
import { RadioField } from '../form/choices';
import { NumberField, SelectField, TextAreaField } from '../form/fields';
import { FileDrop } from '../form/FileDrop';
import classes from './company.module.css';
import { useQuestionWords } from './use-question-words';

type Props = {
  question: Question;
  answer: string | null;
  /** The document that answers it. */
  file: { id: number; fileName: string } | null;
  /** Bytes of a document at most. */
  limit: number;
};

/** The field of a question, by how it is answered. */
export function QuestionField({ question, answer, file, limit }: Props) {
  const { t } = useTranslation();
  const words = useQuestionWords();
  const { id, when } = question;
  const label = words.question(id);
  const help =
    when &&
    t('questionnaire:ifSo', {
      question: words.question(when.question),
      answer: words
        .choices(when.is)
        .map((choice) => choice.label)
        .join(' / '),
    });
  const common = {
    name: id,
    label,
    initial: answer,
    optional: question.optional === true || when !== undefined,
    ...(help !== undefined && { help }),
  };
  switch (question.kind) {
    case 'yes_no':
      return <RadioField {...common} choices={words.choices(['yes', 'no'])} />;
    case 'choice':
      return <SelectField {...common} choices={words.choices(question.choices)} />;
    case 'number':
      return <NumberField {...common} />;
    case 'date':
      return <DateField {...common} />;
    case 'text':
      return <TextAreaField {...common} rows={3} maxLength={4000} />;
    case 'document':
      return (
        <div>
          <FileDrop
            name={id}
            label={label}
            help={help ?? t('documents:fileHelp')}
            accept={acceptedEndings}
            limit={limit}
          />
          {file && (
            <p className={classes.quiet}>
              {t('questionnaire:attached')}{' '}
              <a href={`/documents/${file.id}`} download>
                {file.fileName}
              </a>
              {' · '}
              {t('questionnaire:replace')}
            </p>
          )}
        </div>
      );
  }
}
