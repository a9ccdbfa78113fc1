import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { takeAttempt } from '~/auth/attempt-limit.server';
import { atTheDoor } from '~/auth/door.server';
import { inEvenTime } from '~/auth/even-time.server';
import { requestFields } from '~/auth/person';
import { requestPasswordLink } from '~/auth/send-password-link.server';
import { Door } from '~/components/Door';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { readFields } from '~/shared/fields';
import { formValues } from '~/shared/form-values';
import { refusedAttempt, refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export function loader(args: LoaderFunctionArgs) {
  return { title: atTheDoor(args).t('door:reset.title') };
}

export async function action(args: ActionFunctionArgs) {
  const { act, store, from } = atTheDoor(args);
  const values = formValues(await args.request.formData());
  const wait = await takeAttempt('mailed_link', from.address);
  if (wait !== null) return refusedAttempt(wait, values);
  const fields = readFields(requestFields, values);
  if (!fields.ok) return refusedForm(fields, values);
  await inEvenTime(() => requestPasswordLink(store, act, fields.value));
  args.context.wakeWorker();
  return data({ refusal: null, values: null });
}

export default function PasswordReset() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (answer?.refusal === null)
    return (
      <Door title={t('door:reset.sentTitle')} lead={t('door:reset.sent')}>
        <a href="/sign-in">{t('door:reset.back')}</a>
      </Door>
    );
  return (
    <Door title={t('door:reset.title')} lead={t('door:reset.lead')}>
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="email"
          type="email"
          label={t('door:signIn.email')}
          autoComplete="username"
          spellCheck={false}
        />
        <FormActions>
          <SubmitButton>{t('door:reset.submit')}</SubmitButton>
          <a href="/sign-in">{t('door:reset.back')}</a>
        </FormActions>
      </EditForm>
    </Door>
  );
}
