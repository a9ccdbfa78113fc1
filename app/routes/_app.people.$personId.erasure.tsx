import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findPerson } from '~/auth/people-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Remaining } from '~/components/people/Remaining';
import { useReason } from '~/components/use-reason';
import { erasePerson, whyNotErased } from '~/privacy/erase-person.server';
import { remainsOf } from '~/privacy/owed-work.server';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'people.manage');
  const person = found(await findPerson(reader, scope, recordId(args.params['personId'])));
  return {
    title: t('privacy:erase.title', { name: person.name }),
    person,
    refusal: await whyNotErased(reader, person),
    remains: await remainsOf(reader, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const personId = recordId(args.params['personId']);
  const outcome = await erasePerson(store, act, { personId });
  if (!outcome.ok) return refusedForm(outcome, {});
  const params = { number: outcome.value.number };
  return redirectWithNotice(`/people/${personId}`, { key: 'privacy:notice.erased', params });
}

export default function Erasure() {
  const { title, person, refusal, remains } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const words = useReason();
  const back = `/people/${person.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('privacy:erase.lead')}
        crumbs={[
          { label: t('people:title'), href: '/people' },
          { label: person.name, href: back },
        ]}
      />
      {refusal !== null && (
        <Callout tone="problem" title={t('privacy:erase.notYet')}>
          {words(refusal)}
        </Callout>
      )}
      <Remaining remains={remains} />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <FormActions>
          {refusal === null && (
            <SubmitButton look="danger">{t('privacy:erase.submit')}</SubmitButton>
          )}
          <ButtonLink href={`${back}/personal-data`} download>
            {t('privacy:export')}
          </ButtonLink>
          <ButtonLink href={back} look="quiet">
            {t('common:action.back')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
