import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Remaining } from '~/components/people/Remaining';
import { eraseContact } from '~/privacy/erase-contact.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { contactsOfVendor } from '~/vendors/vendor-record-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

async function asked(args: LoaderFunctionArgs) {
  const person = await requirePerson(args, 'people.manage');
  const { reader, scope } = person;
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const contactId = recordId(args.params['contactId']);
  const all = await contactsOfVendor(reader, scope, vendor.id);
  return { ...person, vendor, contact: found(all.find(({ id }) => id === contactId)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { t, vendor, contact } = await asked(args);
  return {
    title: t('privacy:erase.title', { name: contact.name }),
    vendor: { id: vendor.id, name: vendor.name },
    contactId: contact.id,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, vendor, contact } = await asked(args);
  const outcome = await eraseContact(store, act, vendor.id, contact.id);
  if (!outcome.ok) return refusedForm(outcome, {});
  return redirectWithNotice(`/vendors/${vendor.id}`, { key: 'privacy:notice.contactErased' });
}

export default function ContactErasure() {
  const { title, vendor, contactId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('privacy:erase.lead')}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
      />
      <Remaining remains={null} />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <FormActions>
          <SubmitButton look="danger">{t('privacy:erase.submit')}</SubmitButton>
          <ButtonLink href={`${back}/contacts/${contactId}/personal-data`} download>
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
