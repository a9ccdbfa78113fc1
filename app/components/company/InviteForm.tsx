import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '~/locales/languages';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { CheckboxesField, RadioField } from '../form/choices';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { SelectField, TextField, type Choice } from '../form/fields';
import { AlikeQuestion } from '../registers/AlikeQuestion';

type Props = {
  services: readonly Choice[];
  /** Where the vendor is new: the countries to choose from. */
  countries?: readonly Choice[];
  back: string;
  refusal?: Pick<Refused, 'reason' | 'fields'> | undefined;
  values?: FormValues | undefined;
};

/** Whom to invite, in which language and for which services; a new vendor is named too. */
export function InviteForm({ services, countries, back, refusal, values }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm refusal={refusal} values={values}>
      {countries && (
        <FormSection title={t('invitation:company')}>
          <TextField name="name" label={t('common:column.name')} />
          <AlikeQuestion refusal={refusal} values={values} />
          <FieldRow>
            <TextField
              name="code"
              label={t('common:column.code')}
              help={t('vendors:form.codeHelp')}
              width="medium"
            />
            <SelectField
              name="country"
              label={t('vendors:form.country')}
              choices={countries}
              optional
            />
          </FieldRow>
        </FormSection>
      )}
      <FormSection title={t('invitation:contactSection')}>
        <TextField name="contact" label={t('invitation:contact')} autoComplete="off" />
        <TextField
          name="email"
          type="email"
          label={t('invitation:email')}
          autoComplete="off"
          spellCheck={false}
        />
        <RadioField
          name="locale"
          label={t('invitation:language')}
          initial="en"
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <CheckboxesField
          name="services"
          label={t('invitation:services')}
          help={t('invitation:servicesHelp')}
          optional
          choices={services}
        />
      </FormSection>
      <FormActions>
        <SubmitButton>{t('invitation:send')}</SubmitButton>
        <ButtonLink href={back} look="quiet">
          {t('common:action.cancel')}
        </ButtonLink>
      </FormActions>
    </EditForm>
  );
}
