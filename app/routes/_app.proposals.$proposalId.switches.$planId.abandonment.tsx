import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { abandonSwitch } from '~/fallback/finish-switch.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { plansOfProposal } from '~/fallback/proposal-record-queries.server';
import { proposalTitle } from '~/fallback/proposal-words';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'fallback.decide');
  const proposalId = recordId(args.params['proposalId']);
  const planId = recordId(args.params['planId']);
  const { snapshot } = found(await findProposal(reader, scope, proposalId));
  found((await plansOfProposal(reader, proposalId)).find(({ id }) => id === planId));
  return {
    title: t('fallback:plan.abandon'),
    question: proposalTitle(snapshot, t, locale),
    page: `/proposals/${proposalId}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'fallback.decide');
  const proposalId = recordId(args.params['proposalId']);
  const planId = recordId(args.params['planId']);
  const values = formValues(await args.request.formData());
  const reason = String(values['reason'] ?? '');
  const outcome = await abandonSwitch(store, act, { proposalId, planId, reason });
  if (outcome.ok)
    return redirectWithNotice(`/proposals/${proposalId}`, { key: 'fallback:notice.abandoned' });
  return refusedForm(outcome, values);
}

export default function AbandonSwitch() {
  const { title, question, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('fallback:plan.abandonHelp')}
        crumbs={[
          { label: t('fallback:title'), href: '/fallback' },
          { label: question, href: page },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextAreaField name="reason" label={t('fallback:decision.reason')} rows={3} />
        <FormActions>
          <SubmitButton look="danger">{t('fallback:plan.abandon')}</SubmitButton>
          <ButtonLink href={page} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
