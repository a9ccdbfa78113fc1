import { useTranslation } from 'react-i18next';

/** The words of the questionnaire in the reader's language, by the ids of its questions and choices. */
export function useQuestionWords() {
  const { t } = useTranslation();
  const choice = (word: string) =>
    word === 'yes' || word === 'no'
      ? t(`questionnaire:${word}`)
      : t(`questionnaire:choice.${word}` as 'questionnaire:choice.none');
  return {
    section: (id: string) => t(`questionnaire:section.${id}` as 'questionnaire:section.company'),
    question: (id: string) =>
      t(`questionnaire:question.${id}` as 'questionnaire:question.legal_form'),
    choice,
    choices: (words: readonly string[]) => words.map((value) => ({ value, label: choice(value) })),
  };
}
