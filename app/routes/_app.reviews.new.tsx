import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { MonthField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { quarterOf } from '~/packs/quarter';
import { planReview } from '~/reviews/plan-review.server';
import { vendorsToReview } from '~/reviews/review-list-queries.server';
import { formValues } from '~/shared/form-values';
import { refused } from '~/shared/outcome';
import { formatPeriod, periodOfDate } from '~/shared/period';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now } = await requirePerson(args, 'reviews.lead');
  const asked = new URL(args.request.url).searchParams.get('vendor');
  return {
    title: t('reviews:plan.title'),
    vendors: await vendorsToReview(reader, scope),
    vendor: asked,
    quarter: formatPeriod(quarterOf(periodOfDate(dayOf(now)) - 3)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const values = formValues(await args.request.formData());
  const vendorId = Number(values['vendorId']);
  const outcome =
    Number.isSafeInteger(vendorId) && vendorId > 0
      ? await planReview(store, act, vendorId, values)
      : refused('required', {}, 'vendorId');
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/reviews/${outcome.value}`, { key: 'reviews:notice.planned' });
}

export default function PlanReview() {
  const { title, vendors, vendor, quarter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('reviews:plan.lead')}
        crumbs={[{ label: t('reviews:title'), href: '/reviews' }]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <SelectField
          name="vendorId"
          label={t('common:column.vendor')}
          initial={vendor}
          choices={vendors.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <MonthField
          name="quarter"
          label={t('reviews:plan.quarter')}
          help={t('reviews:plan.quarterHelp')}
          initial={quarter}
        />
        <FormActions>
          <SubmitButton>{t('reviews:plan.submit')}</SubmitButton>
          <ButtonLink href="/reviews" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
