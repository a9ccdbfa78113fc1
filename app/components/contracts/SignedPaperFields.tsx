import { useTranslation } from 'react-i18next';
import { acceptedEndings, documentLanguages } from '~/documents/document';
import { FieldRow, FormSection } from '../form/EditForm';
import { SelectField, TextAreaField } from '../form/fields';
import { FileDrop } from '../form/FileDrop';

/** What was signed: the document in one or two languages, which of them prevails, or why it comes later. */
export function SignedPaperFields({ limit }: { limit: number }) {
  const { t } = useTranslation();
  const languages = documentLanguages.map((value) => ({
    value,
    label: t(`documents:languages.${value}`),
  }));
  return (
    <FormSection title={t('contracts:life.document')} help={t('contracts:life.documentHelp')}>
      <FileDrop
        name="file"
        label={t('contracts:life.file')}
        accept={acceptedEndings}
        limit={limit}
        optional
      />
      <SelectField
        name="language"
        label={t('contracts:life.language')}
        choices={languages}
        width="medium"
        optional
      />
      <FileDrop
        name="translation"
        label={t('contracts:life.translation')}
        accept={acceptedEndings}
        limit={limit}
        optional
      />
      <FieldRow>
        <SelectField
          name="translation_language"
          label={t('contracts:life.translationLanguage')}
          choices={languages}
          optional
        />
        <SelectField
          name="prevails"
          label={t('contracts:life.prevails')}
          help={t('contracts:life.prevailsHelp')}
          choices={languages}
          optional
        />
      </FieldRow>
      <TextAreaField
        name="later"
        label={t('contracts:life.later')}
        help={t('contracts:life.laterHelp')}
        rows={2}
        maxLength={2000}
        optional
      />
    </FormSection>
  );
}
