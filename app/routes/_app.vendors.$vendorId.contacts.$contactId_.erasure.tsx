import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { ErasurePage } from '~/components/people/ErasurePage';
import { contactToErase } from '~/privacy/contact-to-erase.server';
import { eraseContact } from '~/privacy/erase-contact.server';
import { stayingOf } from '~/privacy/staying.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'people.manage');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const contactId = recordId(args.params['contactId']);
  const contact = found(await contactToErase(reader, scope, vendor.id, contactId));
  const { name, email, row } = contact;
  const who = { personId: null, vendorId: vendor.id, name, email };
  return {
    title: t('privacy:erase.title', { name }),
    vendor: { id: vendor.id, name: vendor.name },
    contact: { id: contactId, name, isRemoved: row === null },
    staying: await stayingOf(reader, scope, who),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await eraseContact(store, act, vendorId, recordId(args.params['contactId']));
  if (!outcome.ok) return refusedForm(outcome, {});
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'privacy:notice.contactErased' });
}

export default function ContactErasure() {
  const { title, vendor, contact, staying } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const ofVendor = `/vendors/${vendor.id}`;
  const ofContact = `${ofVendor}/contacts/${contact.id}`;
  const back = contact.isRemoved ? ofVendor : ofContact;
  return (
    <ErasurePage
      title={title}
      remains={null}
      staying={staying}
      back={back}
      copy={`${ofContact}/personal-data`}
      crumbs={[
        { label: t('vendors:title'), href: '/vendors' },
        { label: vendor.name, href: ofVendor },
        ...(contact.isRemoved ? [] : [{ label: contact.name, href: ofContact }]),
      ]}
      answer={answer}
    />
  );
}
