import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { colleagues } from '~/actions/colleague-queries.server';
import { findAction } from '~/actions/find-action.server';
import { moveAction } from '~/actions/move-action.server';
import { requirePerson } from '~/auth/require-person.server';
import { OwnerFields } from '~/components/actions/OwnerFields';
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
  return {
    title: t('actions:moveTitle'),
    action,
    asksReason: actionSources[action.origin]?.asksReason ?? false,
    colleagues: await colleagues(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'actions.steer');
  const { id } = found(await findAction(reader, scope, recordId(args.params['actionId'])));
  const values = formValues(await args.request.formData());
  const outcome = await moveAction(store, act, { actionId: id, input: values }, actionSources);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/actions/${id}`, { key: 'actions:notice.moved' });
}

export default function Assignment() {
  const { title, action: planned, asksReason, colleagues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const name = useActionTitle()(planned);
  const back = `/actions/${planned.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('actions:title'), href: '/actions' },
          { label: name, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <OwnerFields colleagues={colleagues} initial={planned} />
        {asksReason && (
          <TextAreaField name="reason" label={t('common:column.reason')} maxLength={2000} />
        )}
        <FormActions>
          <SubmitButton>{t('actions:move')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
