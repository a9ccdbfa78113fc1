import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { changeOwnRecord } from '~/onboarding/change-own-record.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { countryChoices } from '~/shared/country-codes';
import { formValues, textsOf } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, vendor, partOf, locale } = await requireCompany(args);
  const { name, country, website } = vendor;
  return {
    title: t('company:section.profile'),
    part: partOf('profile'),
    initial: { name, country, website },
    countries: countryChoices(locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const values = formValues(await args.request.formData());
  const outcome = await changeOwnRecord(store, act, vendorId, {
    kind: 'profile',
    recordId: vendorId,
    input: textsOf(values, ['name', 'country', 'website']),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/company', {
    key: outcome.value === 'kept' ? 'company:notice.saved' : 'company:notice.proposed',
  });
}

export default function Profile() {
  const { part, initial, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart part={part}>
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="name"
          label={t('company:profile.name')}
          initial={initial.name}
          autoComplete="organization"
        />
        <SelectField
          name="country"
          label={t('vendors:form.country')}
          choices={countries}
          initial={initial.country}
        />
        <TextField
          name="website"
          label={t('vendors:form.website')}
          initial={initial.website}
          inputMode="url"
          placeholder={t('vendors:form.websiteHint')}
          spellCheck={false}
        />
        <FormActions>
          {part.isOpen && <SubmitButton>{t('company:profile.save')}</SubmitButton>}
          <ButtonLink href="/company" look="quiet">
            {t('company:back')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </CompanyPart>
  );
}
