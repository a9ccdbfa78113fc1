import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { DateField } from '../form/dates';
import { EditForm, FormActions } from '../form/EditForm';
import { TextField } from '../form/fields';
import { PageHeader } from '../PageHeader';

type Props = {
  title: string;
  lead: string;
  standard: { id: number; name: string };
  marketId: number;
  /** The day that is offered, `YYYY-MM-DD`. */
  from: string;
  submit: string;
  answer: { refusal: Refused; values: FormValues } | undefined;
};

/** The page on which a text of a standard's term comes to its end, from a day on and with a reason. */
export function StandardEnd({ title, lead, standard, marketId, from, submit, answer }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { label: t('standards:title'), href: '/standards' },
          { label: standard.name, href: `/standards/${standard.id}` },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <DateField name="effective_from" label={t('standards:term.from')} initial={from} />
        <TextField name="reason" label={t('common:column.reason')} maxLength={500} />
        <FormActions>
          <SubmitButton>{submit}</SubmitButton>
          <ButtonLink href={`/standards/${standard.id}?market=${marketId}`}>
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
