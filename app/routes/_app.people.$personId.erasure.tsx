import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findPerson } from '~/auth/people-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ErasurePage } from '~/components/people/ErasurePage';
import { erasePerson, whyNotErased } from '~/privacy/erase-person.server';
import { remainsOf } from '~/privacy/owed-work.server';
import { stayingOf } from '~/privacy/staying.server';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'people.manage');
  const person = found(await findPerson(reader, scope, recordId(args.params['personId'])));
  const { id: personId, vendorId, name, email } = person;
  return {
    title: t('privacy:erase.title', { name }),
    person: { id: personId, name },
    notYet: await whyNotErased(reader, person),
    remains: await remainsOf(reader, personId),
    staying: await stayingOf(reader, scope, { personId, vendorId, name, email }),
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
  const { person, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/people/${person.id}`;
  return (
    <ErasurePage
      {...page}
      back={back}
      copy={`${back}/personal-data`}
      crumbs={[
        { label: t('nav:administration'), href: '/administration' },
        { label: t('people:title'), href: '/people' },
        { label: person.name, href: back },
      ]}
      answer={answer}
    />
  );
}
