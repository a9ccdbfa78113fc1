import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { DateField } from '~/components/form/dates';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { NumberField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { assessmentResults } from '~/onboarding/assessment';
import { recordAssessment } from '~/onboarding/record-assessment.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return {
    title: t('vendors:assessment.addTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    today: dayOf(now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const values = formValues(await args.request.formData());
  const outcome = await recordAssessment(store, act, vendorId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.assessmentRecorded' });
}

export default function RecordAssessment() {
  const { title, vendor, today } = useLoaderData<typeof loader>();
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
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField name="scorecard" label={t('vendors:assessment.scorecard')} />
        <NumberField
          name="total"
          label={t('vendors:assessment.total')}
          help={t('vendors:assessment.totalHelp')}
        />
        <RadioField
          name="result"
          label={t('vendors:assessment.result')}
          choices={assessmentResults.map((value) => ({
            value,
            label: t(`vendors:assessment.results.${value}`),
          }))}
        />
        <FieldRow>
          <DateField name="assessedOn" label={t('vendors:assessment.assessedOn')} initial={today} />
          <DateField name="validUntil" label={t('vendors:assessment.validUntil')} />
        </FieldRow>
        <FormActions>
          <SubmitButton>{t('vendors:assessment.save')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
