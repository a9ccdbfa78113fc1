import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { auditOfRecord } from '~/audit/audit-queries.server';
import { changePerson } from '~/auth/change-person.server';
import { isLocked } from '~/auth/lock-out';
import { findPerson, personChoices } from '~/auth/people-queries.server';
import { found, recordId } from '~/shared/record-id';
import { requirePerson } from '~/auth/require-person.server';
import { ActorName } from '~/components/audit/ActorName';
import { Saying } from '~/components/audit/Saying';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { PersonFacts } from '~/components/people/PersonFacts';
import { PersonFields } from '~/components/people/PersonFields';
import { PersonState } from '~/components/people/PersonState';
import { Section, TwoColumns } from '~/components/Section';
import { Timeline } from '~/components/Timeline';
import { timeZones } from '~/auth/time-zones';
import { machineClock } from '~/shared/clock';
import { formValues } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, person: reading, can } = await requirePerson(args, 'people.read');
  const person = found(await findPerson(reader, scope, recordId(args.params['personId'])));
  const mayManage = can('people.manage');
  return {
    title: person.name,
    person,
    locked: isLocked(person, machineClock.now()) ? person.lockedUntil : null,
    isSelf: person.id === reading.id,
    mayManage,
    choices: mayManage ? await personChoices(reader, scope) : { vendors: [], markets: [] },
    zones: mayManage ? timeZones() : [],
    history: can('audit.read')
      ? await auditOfRecord(reader, scope, { entity: 'person', entityId: person.id })
      : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const personId = recordId(args.params['personId']);
  const values = formValues(await args.request.formData());
  const outcome = await changePerson(store, act, { ...values, personId });
  if (outcome.ok) return redirectWithNotice(`/people/${personId}`, { key: 'people:notice.saved' });
  return refusedForm(outcome, values);
}

export default function Person() {
  const { person, locked, isSelf, mayManage, choices, zones, history } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const path = `/people/${person.id}`;
  return (
    <>
      <PageHeader
        title={person.name}
        state={<PersonState person={person} locked={locked} />}
        crumbs={[
          { label: t('nav:administration'), href: '/administration' },
          { label: t('people:title'), href: '/people' },
        ]}
        also={
          mayManage &&
          person.erasedAt === null && <Doing person={person} path={path} isSelf={isSelf} />
        }
      />
      <TwoColumns
        side={
          <Section title={t('people:history')}>
            {history.length === 0 ? (
              <p>{t('people:nothingYet')}</p>
            ) : (
              <Timeline
                items={history.map(({ sequence, at, action: done, ...who }) => ({
                  key: sequence,
                  at,
                  who: <ActorName entry={who} />,
                  title: (
                    <a href={`/audit/${sequence}`}>
                      <Saying action={done} />
                    </a>
                  ),
                }))}
              />
            )}
          </Section>
        }
      >
        {mayManage && person.erasedAt === null ? (
          <EditForm refusal={answer?.refusal} values={answer?.values}>
            <PersonFields choices={choices} zones={zones} person={person} isSelf={isSelf} />
            <FormActions>
              <SubmitButton>{t('people:save')}</SubmitButton>
            </FormActions>
          </EditForm>
        ) : (
          <PersonFacts person={person} />
        )}
      </TwoColumns>
    </>
  );
}

type DoingProps = {
  person: { name: string; email: string; active: boolean };
  path: string;
  isSelf: boolean;
};

function Doing({ person, path, isSelf }: DoingProps) {
  const { t } = useTranslation();
  const personalData = (
    <ButtonLink href={`${path}/erasure`} look="quiet">
      {t('privacy:title')}
    </ButtonLink>
  );
  if (isSelf) return personalData;
  if (!person.active)
    return (
      <>
        <ConfirmButton
          label={t('people:reactivate')}
          action={`${path}/reactivation`}
          look="primary"
        >
          {t('people:reactivateHelp', { name: person.name })}
        </ConfirmButton>
        {personalData}
      </>
    );
  return (
    <>
      <ConfirmButton label={t('people:sendLink')} action={`${path}/password-link`} look="primary">
        {t('people:sendLinkHelp', { email: person.email })}
      </ConfirmButton>
      <ConfirmButton label={t('people:deactivate')} action={`${path}/deactivation`}>
        {t('people:deactivateHelp', { name: person.name })}
      </ConfirmButton>
      {personalData}
    </>
  );
}
