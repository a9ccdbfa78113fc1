import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { ContactFields } from '~/components/registers/ContactFields';
import { formValues } from '~/shared/form-values';
import { found, newOrId, recordId } from '~/shared/record-id';
import { contactSides } from '~/vendors/contact';
import { keepContact } from '~/vendors/keep-contact.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { contactsOfVendor } from '~/vendors/vendor-record-queries.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const contactId = newOrId(args.params['contactId']);
  const all = contactId === null ? [] : await contactsOfVendor(reader, scope, vendor.id);
  const contact = contactId === null ? null : found(all.find(({ id }) => id === contactId));
  return {
    title: t(contact ? 'vendors:contact.editTitle' : 'vendors:contact.addTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    contact,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  found(await findVendor(reader, scope, vendorId));
  const contactId = newOrId(args.params['contactId']);
  const values = formValues(await args.request.formData());
  const outcome = await keepContact(store, act, vendorId, contactId, values);
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.contactSaved' });
}

export default function ContactForm() {
  const { title, vendor, contact } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
        also={
          contact && (
            <ConfirmButton
              label={t('vendors:contact.remove')}
              action={`${back}/contacts/${contact.id}/removal`}
            >
              {t('vendors:contact.removeHelp')}
            </ConfirmButton>
          )
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
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
        <FormActions>
          <SubmitButton>{t('vendors:contact.save')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
