import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { quarterText } from '~/packs/show-value';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton, type Look } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { PageHeader } from '../PageHeader';

export type ReviewHeading = { id: number; quarter: number; vendor: string };

type Props = {
  title: string;
  lead?: string;
  heading: ReviewHeading;
  /** Where the reader came from; the review itself where not given. */
  back?: string;
  submit: string;
  look?: Look;
  hasFiles?: boolean;
  answer: { refusal: Pick<Refused, 'reason' | 'fields'>; values: FormValues } | undefined;
  children?: ReactNode;
};

/** A step of a review as a page of its own: what it does, what it asks for, and the way back. */
export function ReviewStep(props: Props) {
  const { title, lead, heading, submit, look, hasFiles, answer, children } = props;
  const { t } = useTranslation();
  const page = `/reviews/${heading.id}`;
  return (
    <>
      <PageHeader
        title={title}
        {...(lead !== undefined && { lead })}
        crumbs={[
          { label: t('reviews:title'), href: '/reviews' },
          { label: `${heading.vendor} · ${quarterText(heading.quarter, { t })}`, href: page },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values} {...(hasFiles && { hasFiles })}>
        {children}
        <FormActions>
          <SubmitButton {...(look && { look })}>{submit}</SubmitButton>
          <ButtonLink href={props.back ?? page} look="quiet">
            {t(look === 'danger' ? 'common:action.back' : 'common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
