import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Remains } from '~/privacy/remains';
import type { Staying } from '~/privacy/staying';
import type { FormValues } from '~/shared/form-values';
import type { Reason, Refused } from '~/shared/outcome';
import { Button, ButtonLink, SubmitButton } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { Callout } from '../Notice';
import { PageHeader, type Crumb } from '../PageHeader';
import { useReason } from '../use-reason';
import { Remaining } from './Remaining';

type Props = {
  title: string;
  crumbs: readonly Crumb[];
  /** Whose page this came from. */
  back: string;
  /** Where a copy of what is held is asked for: it is recorded, so it is posted. */
  copy: string;
  /** Why it can't be erased yet. */
  notYet?: Reason | null;
  /** What is kept under a person's number; null for a contact, who has none. */
  remains: Remains | null;
  staying: Staying;
  answer: { refusal: Refused; values: FormValues } | undefined;
};

/** Personal data of somebody: a copy of it, what erasing takes and leaves, and the erasing. */
export function ErasurePage(props: Props) {
  const { title, crumbs, back, copy, notYet = null, remains, staying, answer } = props;
  const { t } = useTranslation();
  const words = useReason();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('privacy:erase.lead')}
        crumbs={crumbs}
        also={
          <Form method="post" action={copy} reloadDocument>
            <Button type="submit">{t('privacy:export')}</Button>
          </Form>
        }
      />
      {notYet !== null && (
        <Callout tone="problem" title={t('privacy:erase.notYet')}>
          {words(notYet)}
        </Callout>
      )}
      <Remaining remains={remains} staying={staying} />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <FormActions>
          {notYet === null && (
            <SubmitButton look="danger">{t('privacy:erase.submit')}</SubmitButton>
          )}
          <ButtonLink href={back} look="quiet">
            {t('common:action.back')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
