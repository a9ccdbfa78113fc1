import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { keepSubcontractor } from '~/onboarding/keep-subcontractor.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { subcontractorsOfVendor } from '~/onboarding/section-queries.server';
import { dataAccesses } from '~/onboarding/subcontractor';
import { countryChoices } from '~/shared/country-codes';
import { formValues } from '~/shared/form-values';
import { found, newOrId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

type Company = Awaited<ReturnType<typeof requireCompany>>;

async function ownSubcontractor({ reader, scope, vendorId }: Company, id: number | null) {
  if (id === null) return null;
  const all = await subcontractorsOfVendor(reader, scope, vendorId);
  return found(all.find((each) => each.id === id));
}

export async function loader(args: LoaderFunctionArgs) {
  const company = await requireCompany(args);
  const { t, partOf, locale } = company;
  const subcontractor = await ownSubcontractor(company, newOrId(args.params['subcontractorId']));
  return {
    title: t(
      subcontractor ? 'company:subcontractors.editTitle' : 'company:subcontractors.addTitle',
    ),
    part: partOf('subcontractors'),
    subcontractor,
    countries: countryChoices(locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const company = await requireCompany(args);
  const { store, act, vendorId } = company;
  const id = newOrId(args.params['subcontractorId']);
  await ownSubcontractor(company, id);
  const values = formValues(await args.request.formData());
  const outcome = await keepSubcontractor(store, act, vendorId, id, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/company/subcontractors', { key: 'company:notice.saved' });
}

export default function OwnSubcontractor() {
  const { title, part, subcontractor, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart
      part={part}
      title={title}
      also={
        subcontractor &&
        part.isOpen && (
          <ConfirmButton
            label={t('company:subcontractors.remove')}
            action={`/company/subcontractors/${subcontractor.id}/removal`}
          >
            {t('company:subcontractors.removeHelp')}
          </ConfirmButton>
        )
      }
    >
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="name"
          label={t('company:subcontractors.name')}
          initial={subcontractor?.name ?? null}
        />
        <TextField
          name="work"
          label={t('company:subcontractors.work')}
          initial={subcontractor?.work ?? null}
        />
        <SelectField
          name="country"
          label={t('company:subcontractors.country')}
          choices={countries}
          initial={subcontractor?.country ?? null}
        />
        <RadioField
          name="dataAccess"
          label={t('company:subcontractors.dataAccess')}
          initial={subcontractor?.dataAccess ?? null}
          choices={dataAccesses.map((value) => ({
            value,
            label: t(`company:subcontractors.access.${value}`),
          }))}
        />
        <FormActions>
          {part.isOpen && <SubmitButton>{t('company:subcontractors.save')}</SubmitButton>}
          <ButtonLink href="/company/subcontractors" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </CompanyPart>
  );
}
