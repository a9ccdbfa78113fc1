import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable } from '~/components/DataTable';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { openChecks } from '~/onboarding/open-checks.server';
import { useTierWords } from '~/components/registers/tier-words';
import { Section } from '~/components/Section';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { tierQuestions, tiers, tierTable } from '~/vendors/tier';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return {
    title: t('vendors:tier.title', { name: vendor.name }),
    vendor: { id: vendor.id, name: vendor.name },
    answers: {
      spend: vendor.spendScore,
      criticality: vendor.criticalityScore,
      dataAccess: vendor.dataAccessScore,
      replaceability: vendor.replaceabilityScore,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const vendor = found(await findVendor(reader, scope, vendorId));
  const values = formValues(await args.request.formData());
  const outcome = await gradeVendor(store, act, vendorId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  // A newcomer's checks open with its tier; those of vendors at work are opened by hand.
  if (vendor.status === 'prospect' || vendor.status === 'screening')
    await openChecks(store, act, vendorId);
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.graded' });
}

export default function VendorTier() {
  const { title, vendor, answers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('vendors:tier.lead')}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
      />
      <Section title={t('vendors:tier.questions')}>
        <EditForm refusal={answer?.refusal} values={answer?.values}>
          {tierQuestions.map((question) => (
            <RadioField
              key={question}
              name={question}
              label={t(`vendors:tier.question.${question}`)}
              initial={answers[question] === null ? null : String(answers[question])}
              choices={([1, 2, 3] as const).map((score) => ({
                value: String(score),
                label: `${score} · ${t(`vendors:tier.answer.${question}.${score}`)}`,
              }))}
            />
          ))}
          <FormActions>
            <SubmitButton>{t('vendors:tier.grade')}</SubmitButton>
            <ButtonLink href={back} look="quiet">
              {t('common:action.cancel')}
            </ButtonLink>
          </FormActions>
        </EditForm>
      </Section>
      <Consequences />
    </>
  );
}

/** What each tier asks for, so that the answers are given in the knowledge of it. */
function Consequences() {
  const { t } = useTranslation();
  const words = useTierWords();
  const upTo = (index: number) => {
    const above = tiers[index - 1];
    return above === undefined ? 12 : tierTable[above].from - 1;
  };
  return (
    <Section title={t('vendors:tier.section')}>
      <DataTable
        name="tiers"
        label={t('vendors:tier.section')}
        rows={tiers.map((tier, index) => ({ tier, to: upTo(index), ...tierTable[tier] }))}
        rowKey={({ tier }) => tier}
        empty={null}
        columns={[
          {
            key: 'tier',
            header: t('common:column.tier'),
            cell: ({ tier }) => t(`common:tier.${tier}`),
          },
          {
            key: 'total',
            header: t('vendors:tier.totals'),
            align: 'end',
            cell: ({ from, to }) => t('vendors:tier.range', { from, to }),
          },
          {
            key: 'review',
            header: t('vendors:tier.review'),
            cell: ({ reviewEveryMonths }) => words.every(reviewEveryMonths),
          },
          {
            key: 'assess',
            header: t('vendors:tier.assess'),
            cell: ({ assessEveryMonths }) => words.every(assessEveryMonths),
          },
          {
            key: 'checks',
            header: t('vendors:tier.checks'),
            cell: ({ checks }) => words.checks(checks),
          },
          {
            key: 'approver',
            header: t('vendors:tier.approver'),
            cell: ({ approver }) => t(`vendors:tier.approvers.${approver}`),
          },
        ]}
      />
    </Section>
  );
}
