import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { tokenLifetimes } from '~/auth/access-token';
import { makeAccessToken } from '~/auth/make-access-token.server';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { CheckboxField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Secret } from '~/components/people/Sample';
import { formValues } from '~/shared/form-values';
import { refusedFormWith } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t } = await requirePerson(args, 'api.use');
  return { title: t('api:token.makeTitle') };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'api.use');
  const values = formValues(await args.request.formData());
  const outcome = await makeAccessToken(store, act, values);
  if (!outcome.ok) return refusedFormWith(outcome, values, { token: null });
  const headers = { 'Cache-Control': 'no-store' };
  return data({ refusal: null, values: null, token: outcome.value.token }, { headers });
}

const USUAL_DAYS = '90';

export default function NewToken() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const crumbs = [
    { label: t('people:account.title'), href: '/account' },
    { label: t('api:title'), href: '/account/tokens' },
  ];
  if (answer?.token)
    return (
      <>
        <PageHeader title={t('api:token.madeTitle')} crumbs={crumbs} />
        <Callout role="status" title={t('api:token.made')}>
          <Secret>{answer.token}</Secret>
        </Callout>
        <FormActions>
          <ButtonLink href="/account/tokens" look="primary">
            {t('api:token.back')}
          </ButtonLink>
        </FormActions>
      </>
    );
  return (
    <>
      <PageHeader title={t('api:token.makeTitle')} lead={t('api:token.makeLead')} crumbs={crumbs} />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="name"
          label={t('api:token.name')}
          help={t('api:token.nameHelp')}
          width="medium"
          autoComplete="off"
        />
        <SelectField
          name="days"
          label={t('api:token.days')}
          initial={USUAL_DAYS}
          width="medium"
          choices={tokenLifetimes.map((days) => ({
            value: days,
            label: t('api:token.lifetime', { days }),
          }))}
        />
        <CheckboxField
          name="readOnly"
          label={t('api:token.readOnly')}
          help={t('api:token.readOnlyHelp')}
        />
        <FormActions>
          <SubmitButton>{t('api:token.make')}</SubmitButton>
          <ButtonLink href="/account/tokens" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
