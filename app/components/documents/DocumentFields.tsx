import { useTranslation } from 'react-i18next';
import { acceptedEndings, documentLanguages } from '~/documents/document';
import { documentKinds, type DocumentKind } from '~/documents/document-kind';
import { DateField } from '../form/dates';
import { FieldRow } from '../form/EditForm';
import { SelectField, TextField } from '../form/fields';
import { FileDrop } from '../form/FileDrop';

type FieldsProps = {
  /** Bytes. */
  limit: number;
  /** The kinds to choose from; all where not given. */
  kinds?: readonly DocumentKind[];
  initial?: DocumentKind | null;
};

/** The fields of a document to hand in; the form posts them with its file, named `file`. */
export function DocumentFields({ limit, kinds = documentKinds, initial = null }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <FileDrop
        name="file"
        label={t('documents:file')}
        help={t('documents:fileHelp')}
        accept={acceptedEndings}
        limit={limit}
      />
      <TextField
        name="title"
        label={t('documents:title')}
        help={t('documents:titleHelp')}
        optional
      />
      <FieldRow>
        <SelectField
          name="kind"
          label={t('documents:kind')}
          initial={initial}
          choices={kinds.map((kind) => ({ value: kind, label: t(`documents:kinds.${kind}`) }))}
        />
        <SelectField
          name="language"
          label={t('documents:language')}
          optional
          choices={documentLanguages.map((language) => ({
            value: language,
            label: t(`documents:languages.${language}`),
          }))}
        />
      </FieldRow>
      <FieldRow>
        <TextField name="version" label={t('documents:version')} width="short" optional />
        <DateField
          name="expiresOn"
          label={t('documents:expiresOn')}
          help={t('documents:expiresOnHelp')}
          optional
        />
      </FieldRow>
    </>
  );
}
