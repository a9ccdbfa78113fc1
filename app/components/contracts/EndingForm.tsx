import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { DateField } from '../form/dates';
import { EditForm, FormActions } from '../form/EditForm';
import { TextAreaField } from '../form/fields';

type Props = {
  submit: string;
  back: string;
  refusal?: Refused | null | undefined;
  values?: FormValues | null | undefined;
};

/** The last day of a contract or a term, and why. */
export function EndingForm({ submit, back, refusal, values }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm refusal={refusal} values={values}>
      <DateField name="lastDay" label={t('contracts:ending.lastDay')} />
      <TextAreaField name="reason" label={t('common:column.reason')} rows={3} maxLength={500} />
      <FormActions>
        <SubmitButton look="danger">{submit}</SubmitButton>
        <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
      </FormActions>
    </EditForm>
  );
}
