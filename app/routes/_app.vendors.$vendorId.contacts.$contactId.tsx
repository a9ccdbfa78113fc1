import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { VendorRecordPage } from '~/components/registers/VendorRecordPage';
import { ButtonLink } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { pageTitle } from '~/components/page-title';
import { ContactFields } from '~/components/registers/ContactFields';
import { found } from '~/shared/record-id';
import { contactSides } from '~/vendors/contact';
import { keepContact } from '~/vendors/keep-contact.server';
import { contactsOfVendor } from '~/vendors/vendor-record-queries.server';
import { saveVendorRecord, vendorRecordAsked } from './shared/vendor-record.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, can, vendor, recordId } = await vendorRecordAsked(args, 'contactId');
  const all = recordId === null ? [] : await contactsOfVendor(reader, scope, vendor.id);
  const contact = recordId === null ? null : found(all.find(({ id }) => id === recordId));
  return {
    title: t(contact ? 'vendors:contact.editTitle' : 'vendors:contact.addTitle'),
    vendor,
    contact,
    mayErase: can('people.manage'),
  };
}

export function action(args: ActionFunctionArgs) {
  return saveVendorRecord(args, {
    param: 'contactId',
    keep: keepContact,
    notice: 'vendors:notice.contactSaved',
  });
}

export default function ContactForm() {
  const { title, vendor, contact, mayErase } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <VendorRecordPage
      title={title}
      vendor={vendor}
      end={
        contact && {
          path: `contacts/${contact.id}/removal`,
          label: t('vendors:contact.remove'),
          help: t('vendors:contact.removeHelp'),
        }
      }
      also={
        contact &&
        mayErase && (
          <ButtonLink href={`/vendors/${vendor.id}/contacts/${contact.id}/erasure`} look="quiet">
            {t('privacy:title')}
          </ButtonLink>
        )
      }
      answer={answer}
      save={t('vendors:contact.save')}
    >
      <RadioField
        name="side"
        label={t('vendors:contact.sideLabel')}
        initial={contact?.side ?? 'vendor'}
        choices={contactSides.map((value) => ({
          value,
          label: t(`vendors:contact.side.${value}`),
        }))}
      />
      <ContactFields contact={contact} />
    </VendorRecordPage>
  );
}
