import { useTranslation } from 'react-i18next';
import { clauseGroups } from '~/contracts/clause';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { SelectField, TextAreaField, TextField } from '../form/fields';

type Props = {
  /** What the form starts from; null is a new clause, which still needs its code. */
  clause: Record<string, string> | null;
  back: string;
  refusal?: Refused | null | undefined;
  values?: FormValues | null | undefined;
};

/** A clause of the library: its name and guidance, then the text, in both languages. */
export function ClauseForm({ clause, back, refusal, values }: Props) {
  const { t } = useTranslation();
  const pair = (name: 'protects' | 'lookFor' | 'text', rows: number) =>
    (['En', 'Zh'] as const).map((language) => (
      <TextAreaField
        key={language}
        name={`${name}${language}`}
        label={t(`clauses:form.${name}${language}`)}
        initial={clause?.[`${name}${language}`] ?? null}
        rows={rows}
      />
    ));
  return (
    <EditForm refusal={refusal} values={values} wide>
      <FormSection title={t('clauses:form.guidance')}>
        {clause === null && (
          <TextField
            name="code"
            label={t('common:column.code')}
            help={t('clauses:form.codeHelp')}
            width="medium"
          />
        )}
        <FieldRow>
          <TextField
            name="nameEn"
            label={t('clauses:form.nameEn')}
            initial={clause?.['nameEn'] ?? null}
          />
          <TextField
            name="nameZh"
            label={t('clauses:form.nameZh')}
            initial={clause?.['nameZh'] ?? null}
          />
        </FieldRow>
        <SelectField
          name="group"
          label={t('clauses:library.group')}
          width="medium"
          initial={clause?.['group'] ?? null}
          choices={clauseGroups.map((value) => ({ value, label: t(`clauses:group.${value}`) }))}
        />
        {pair('protects', 3)}
        {pair('lookFor', 3)}
      </FormSection>
      <FormSection title={t('clauses:form.text')} help={t('clauses:form.textHelp')}>
        {pair('text', 8)}
        <TextField
          name="reason"
          label={t('common:column.reason')}
          help={t('clauses:form.reasonHelp')}
          maxLength={500}
          optional
        />
      </FormSection>
      <FormActions>
        <SubmitButton>{t('clauses:form.save')}</SubmitButton>
        <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
      </FormActions>
    </EditForm>
  );
}
