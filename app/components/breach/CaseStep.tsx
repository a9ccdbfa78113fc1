import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton, type Look } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { PageHeader } from '../PageHeader';
import { useFormat } from '../use-format';

export type StepHeading = { id: number; kpi: string; period: number; vendor: string };

type Props = {
  heading: StepHeading;
  title: string;
  lead: string;
  submit: string;
  look?: Look;
  answer: { refusal: Refused; values: FormValues } | undefined;
  children?: ReactNode;
};

/** A step of a case as a page of its own: what it does, what it asks for, and the way back. */
export function CaseStep({ heading, title, lead, submit, look, answer, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const back = `/breaches/${heading.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { label: t('sla:title'), href: '/breaches' },
          {
            label: `${heading.vendor} · ${t('sla:breach.title', {
              kpi: heading.kpi,
              period: format.month(heading.period),
            })}`,
            href: back,
          },
        ]}
      />
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
