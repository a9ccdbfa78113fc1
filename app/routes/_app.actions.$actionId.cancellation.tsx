import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { cancelAction } from '~/actions/cancel-action.server';
import { findAction } from '~/actions/find-action.server';
import { requirePerson } from '~/auth/require-person.server';
import { useActionTitle } from '~/components/actions/use-action-title';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { actionSources } from '~/desk/action-sources.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'actions.steer');
  const action = found(await findAction(reader, scope, recordId(args.params['actionId'])));
  return { title: t('actions:cancelTitle'), action };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'actions.steer');
  const { id } = found(await findAction(reader, scope, recordId(args.params['actionId'])));
  const values = formValues(await args.request.formData());
  const reason = String(values['reason'] ?? '');
  const outcome = await cancelAction(store, act, { actionId: id, reason }, actionSources);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/actions/${id}`, { key: 'actions:notice.cancelled' });
}

export default function Cancellation() {
  const { title, action: planned } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const name = useActionTitle()(planned);
  const back = `/actions/${planned.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('actions:cancelLead')}
        crumbs={[
          { label: t('actions:title'), href: '/actions' },
          { label: name, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextAreaField name="reason" label={t('common:column.reason')} maxLength={2000} />
        <FormActions>
          <SubmitButton look="danger">{t('actions:cancel')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.back')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
