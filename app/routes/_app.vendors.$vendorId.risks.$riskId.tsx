import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { DateField } from '~/components/form/dates';
import { EditForm, FieldRow, FormActions, FormSection } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { formValues } from '~/shared/form-values';
import { found, newOrId, recordId } from '~/shared/record-id';
import { riskCategories } from '~/risks/risk';
import { risksOfVendor } from '~/risks/risk-queries.server';
import { keepRisk } from '~/risks/keep-risk.server';
import { findVendor } from '~/vendors/vendor-queries.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const riskId = newOrId(args.params['riskId']);
  const all = riskId === null ? [] : await risksOfVendor(reader, scope, vendor.id);
  const risk =
    riskId === null
      ? null
      : found(all.find(({ id, closedAt }) => closedAt === null && id === riskId));
  return {
    title: t(risk ? 'vendors:risk.editTitle' : 'vendors:risk.addTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    risk,
    today: dayOf(now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  found(await findVendor(reader, scope, vendorId));
  const riskId = newOrId(args.params['riskId']);
  const values = formValues(await args.request.formData());
  const outcome = await keepRisk(store, act, vendorId, riskId, values);
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.riskSaved' });
}

export default function RiskForm() {
  const { title, vendor, risk, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const steps = ([1, 2, 3, 4, 5] as const).map((step) => ({
    step,
    value: String(step),
  }));
  const likelihoods = steps.map(({ step, value }) => ({
    value,
    label: t(`vendors:risk.likelihoods.${step}`),
  }));
  const impacts = steps.map(({ step, value }) => ({
    value,
    label: t(`vendors:risk.impacts.${step}`),
  }));
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
          risk && (
            <ConfirmButton
              label={t('vendors:risk.close')}
              action={`${back}/risks/${risk.id}/closing`}
              look="primary"
            >
              {t('vendors:risk.closeHelp')}
            </ConfirmButton>
          )
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="title"
          label={t('vendors:risk.title')}
          help={t('vendors:risk.titleHelp')}
          initial={risk?.title ?? null}
        />
        <SelectField
          name="category"
          label={t('vendors:risk.category')}
          initial={risk?.category ?? null}
          choices={riskCategories.map((value) => ({
            value,
            label: t(`vendors:risk.categories.${value}`),
          }))}
        />
        <FormSection title={t('vendors:risk.before')} help={t('vendors:risk.matrix')}>
          <FieldRow>
            <SelectField
              name="likelihood"
              label={t('vendors:risk.likelihood')}
              initial={risk ? String(risk.likelihood) : null}
              choices={likelihoods}
            />
            <SelectField
              name="impact"
              label={t('vendors:risk.impact')}
              initial={risk ? String(risk.impact) : null}
              choices={impacts}
            />
          </FieldRow>
        </FormSection>
        <FormSection title={t('vendors:risk.after')}>
          <FieldRow>
            <SelectField
              name="residualLikelihood"
              label={t('vendors:risk.likelihood')}
              initial={risk ? String(risk.residualLikelihood) : null}
              choices={likelihoods}
            />
            <SelectField
              name="residualImpact"
              label={t('vendors:risk.impact')}
              initial={risk ? String(risk.residualImpact) : null}
              choices={impacts}
            />
          </FieldRow>
        </FormSection>
        <DateField name="reviewedOn" label={t('vendors:risk.reviewedOn')} initial={today} />
        <FormActions>
          <SubmitButton>{t('vendors:risk.save')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
