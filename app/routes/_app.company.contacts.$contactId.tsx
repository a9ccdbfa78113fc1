import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { ContactFields } from '~/components/registers/ContactFields';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { keepOwnContact } from '~/onboarding/change-own-entry.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { formValues } from '~/shared/form-values';
import { found, newOrId } from '~/shared/record-id';
import { contactsOfVendor } from '~/vendors/vendor-record-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

type Company = Awaited<ReturnType<typeof requireCompany>>;

async function ownContact({ reader, scope, vendorId }: Company, id: number | null) {
  if (id === null) return null;
  const all = await contactsOfVendor(reader, scope, vendorId);
  return found(all.find((contact) => contact.id === id && contact.side === 'vendor'));
}

export async function loader(args: LoaderFunctionArgs) {
  const company = await requireCompany(args);
  const { t, partOf } = company;
  const contact = await ownContact(company, newOrId(args.params['contactId']));
  return {
    title: t(contact ? 'vendors:contact.editTitle' : 'vendors:contact.addTitle'),
    part: partOf('contacts'),
    contact,
  };
}

export async function action(args: ActionFunctionArgs) {
  const company = await requireCompany(args);
  const { store, act, vendorId } = company;
  const id = newOrId(args.params['contactId']);
  await ownContact(company, id);
  const values = formValues(await args.request.formData());
  const outcome = await keepOwnContact(store, act, { vendorId, recordId: id }, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/company/contacts', { key: 'company:notice.saved' });
}

export default function OwnContact() {
  const { title, part, contact } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart
      part={part}
      title={title}
      also={
        contact &&
        part.isOpen && (
          <ConfirmButton
            label={t('vendors:contact.remove')}
            action={`/company/contacts/${contact.id}/removal`}
          >
            {t('vendors:contact.removeHelp')}
          </ConfirmButton>
        )
      }
    >
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <ContactFields contact={contact} />
        <FormActions>
          {part.isOpen && <SubmitButton>{t('vendors:contact.save')}</SubmitButton>}
          <ButtonLink href="/company/contacts" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </CompanyPart>
  );
}
