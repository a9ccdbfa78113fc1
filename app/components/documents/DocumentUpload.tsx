import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { CheckboxField } from '../form/choices';
import { EditForm, FormActions } from '../form/EditForm';
import { PageHeader, type Crumb } from '../PageHeader';
import { DocumentFields } from './DocumentFields';

type Props = {
  title: string;
  /** The way here; the last is the record that the document belongs to. */
  crumbs: readonly Crumb[];
  /** Bytes. */
  limit: number;
  /** Whether it can be kept from the vendor. */
  canBeInternal?: boolean;
  answer: { refusal: Refused; values: FormValues } | undefined;
};

/** The page on which a document of a record is handed in. */
export function DocumentUpload({ title, crumbs, limit, canBeInternal, answer }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <DocumentFields limit={limit} />
        {canBeInternal && (
          <CheckboxField
            name="internal"
            label={t('documents:internal')}
            help={t('documents:internalHelp')}
          />
        )}
        <FormActions>
          <SubmitButton>{title}</SubmitButton>
          <ButtonLink href={crumbs.at(-1)?.href ?? '/'} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
