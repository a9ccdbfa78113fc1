import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import type { TierCheck } from '~/vendors/tier';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { PageHeader } from '../PageHeader';

type CheckHeading = { id: number; kind: TierCheck; vendor: string };

/** What the head of a step's page says of its check. */
export function headingOf(record: {
  check: { id: number; kind: TierCheck };
  vendor: { name: string };
}): CheckHeading {
  const { check, vendor } = record;
  return { id: check.id, kind: check.kind, vendor: vendor.name };
}

type Props = {
  heading: CheckHeading;
  title: string;
  lead?: ReactNode;
  submit: string;
  answer: { refusal: Pick<Refused, 'reason' | 'fields'>; values: FormValues } | undefined;
  children?: ReactNode;
};

/** A step of a check as a page of its own: what it is about, the fields, and the way back. */
export function CheckStep({ heading, title, lead, submit, answer, children }: Props) {
  const { t } = useTranslation();
  const back = `/checks/${heading.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { label: t('diligence:checks.title'), href: '/checks' },
          {
            label: `${heading.vendor} · ${t(`diligence:check.kinds.${heading.kind}`)}`,
            href: back,
          },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        {children}
        <FormActions>
          <SubmitButton>{submit}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
