import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { EditForm, FieldRow, FormActions } from '../form/EditForm';
import { SelectField, TextAreaField, TextField, type Choice } from '../form/fields';
import { AlikeQuestion } from './AlikeQuestion';

type Props = {
  initial?: {
    code: string;
    name: string;
    formerNames: string[];
    country: string | null;
    parent: string | null;
    website: string | null;
    note: string | null;
  };
  countries: readonly Choice[];
  submit: string;
  back: string;
  refusal?: Pick<Refused, 'reason' | 'fields'> | undefined;
  values?: FormValues | undefined;
};

/** What people enter about a vendor, to register or to change it. */
export function VendorForm({ initial, countries, submit, back, refusal, values }: Props) {
  const { t } = useTranslation();
  const was = (text: string | null | undefined) => ({ initial: text ?? null });
  return (
    <EditForm refusal={refusal} values={values}>
      <TextField name="name" label={t('vendors:form.name')} {...was(initial?.name)} />
      <AlikeQuestion refusal={refusal} values={values} />
      <FieldRow>
        <TextField
          name="code"
          label={t('common:column.code')}
          help={t('vendors:form.codeHelp')}
          width="medium"
          {...was(initial?.code)}
        />
        <SelectField
          name="country"
          label={t('vendors:form.country')}
          choices={countries}
          optional
          {...was(initial?.country)}
        />
      </FieldRow>
      <TextField
        name="parent"
        label={t('vendors:form.parent')}
        help={t('vendors:form.parentHelp')}
        width="medium"
        optional
        {...was(initial?.parent)}
      />
      <TextField
        name="formerNames"
        label={t('vendors:form.formerNames')}
        help={t('vendors:form.listHelp')}
        optional
        {...was(initial?.formerNames.join('; '))}
      />
      <TextField
        name="website"
        label={t('vendors:form.website')}
        placeholder={t('vendors:form.websiteHint')}
        optional
        {...was(initial?.website)}
      />
      <TextAreaField
        name="note"
        label={t('vendors:form.note')}
        help={t('vendors:form.noteHelp')}
        optional
        {...was(initial?.note)}
      />
      <FormActions>
        <SubmitButton>{submit}</SubmitButton>
        <ButtonLink href={back} look="quiet">
          {t('common:action.cancel')}
        </ButtonLink>
      </FormActions>
    </EditForm>
  );
}
