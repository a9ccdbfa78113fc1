import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { CheckboxesField } from '~/components/form/choices';
import { DateField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useSay } from '~/components/scorecards/use-say';
import { assessorChoices } from '~/onboarding/assessor-queries.server';
import { openScoring } from '~/onboarding/open-scoring.server';
import { reassessmentOfVendor } from '~/onboarding/reassessment-queries.server';
import { usableScorecards } from '~/onboarding/scorecard-queries.server';
import { scoringCauses } from '~/onboarding/scoring';
import { addBusinessDays } from '~/shared/calendar';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

/** Working days that assessors usually get. */
const USUAL_DAYS = 10;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now } = await requirePerson(args, 'assessments.open');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return {
    title: t('assessments:requestTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    cause:
      vendor.status === 'screening'
        ? ('admission' as const)
        : ((await reassessmentOfVendor(reader, scope, vendor.id))?.cause ?? 'on_demand'),
    dueOn: addBusinessDays(dayOf(now), USUAL_DAYS),
    people: await assessorChoices(reader),
    templates: (await usableScorecards(reader)).map(({ id, document }) => ({
      id,
      name: document.name,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'assessments.open');
  const { id: vendorId } = found(
    await findVendor(reader, scope, recordId(args.params['vendorId'])),
  );
  const values = formValues(await args.request.formData());
  const assessorIds = [values['assessor'] ?? []].flat().map(Number);
  const outcome = await openScoring(store, act, { vendorId, assessorIds, input: values });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/assessments/${outcome.value}`, { key: 'assessments:notice.opened' });
}

export default function RequestAssessment() {
  const { title, vendor, cause, dueOn, people, templates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const say = useSay();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('assessments:requestLead')}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <SelectField
          name="versionId"
          label={t('vendors:assessment.scorecard')}
          choices={templates.map(({ id, name }) => ({ value: String(id), label: say(name) }))}
        />
        <SelectField
          name="cause"
          label={t('assessments:cause')}
          initial={cause}
          choices={scoringCauses.map((value) => ({
            value,
            label: t(`assessments:causes.${value}`),
          }))}
        />
        <CheckboxesField
          name="assessor"
          label={t('assessments:assessors')}
          help={t('assessments:assessorsHelp')}
          choices={people.map(({ id, name, role }) => ({
            value: String(id),
            label: `${name} · ${t(`common:role.${role}`)}`,
          }))}
        />
        <DateField name="dueOn" label={t('common:column.due')} initial={dueOn} />
        <FormActions>
          <SubmitButton>{t('assessments:act.request')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
