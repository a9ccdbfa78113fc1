import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton, type Look } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { PageHeader, type Crumb } from '../PageHeader';

type Props = {
  title: string;
  lead: string;
  crumbs: readonly Crumb[];
  back: string;
  submit: string;
  look?: Look;
  answer: { refusal: Refused; values: FormValues } | undefined;
  children?: ReactNode;
};

/** A step of a credit or a statement as a page of its own: what it does, what it asks for, and the way back. */
export function SettlementStep(props: Props) {
  const { title, lead, crumbs, back, submit, look, answer, children } = props;
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={lead} crumbs={crumbs} />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        {children}
        <FormActions>
          <SubmitButton {...(look && { look })}>{submit}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
