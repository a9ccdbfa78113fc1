import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { colleagues } from '~/actions/colleague-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FormActions, FormSection } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import type { KeyFact } from '~/components/KeyFacts';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { VendorBadge } from '~/components/registers/VendorBadge';
import { ResultBadge } from '~/components/scorecards/badges';
import { ConditionFields } from '~/components/scorecards/ConditionFields';
import { useFormat } from '~/components/use-format';
import { useReason } from '~/components/use-reason';
import { admissionDecisions, mayDecide } from '~/onboarding/admission';
import { conditionsOfForm, CONDITION_LINES } from '~/onboarding/condition-form';
import { decideAdmission, groundsOf } from '~/onboarding/decide-admission.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { tierQuestions, tierTable } from '~/vendors/tier';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, act, person } = await requirePerson(args, 'admissions.decide');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const grounds = await groundsOf(reader, vendor, act.now);
  const asked = { personId: person.id, role: person.role };
  // Whether this person may decide at all: by the least that a decision asks.
  const may = mayDecide({ ...grounds, decision: 'reject', conditions: 0, decider: asked });
  return {
    title: t('assessments:admission.title', { name: vendor.name }),
    vendor: {
      id: vendor.id,
      name: vendor.name,
      status: vendor.status,
      tier: vendor.tier,
      spend: vendor.spendScore,
      criticality: vendor.criticalityScore,
      dataAccess: vendor.dataAccessScore,
      replaceability: vendor.replaceabilityScore,
    },
    isOpen: vendor.status === 'screening' || vendor.status === 'conditional',
    refusal: may.ok ? null : may.reason,
    assessment: grounds.assessment,
    checksLacking: grounds.checksLacking,
    consequences: vendor.tier && tierTable[vendor.tier],
    colleagues: await colleagues(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'admissions.decide');
  const { id: vendorId } = found(
    await findVendor(reader, scope, recordId(args.params['vendorId'])),
  );
  const values = formValues(await args.request.formData());
  const conditions = conditionsOfForm(values);
  const outcome = await decideAdmission(store, act, { vendorId, input: values, conditions });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'assessments:notice.decided' });
}

export default function Admission() {
  const page = useLoaderData<typeof loader>();
  const { title, vendor, isOpen, refusal, assessment } = page;
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const facts = useGrounds(page);
  const words = useReason();
  return (
    <>
      <PageHeader
        title={title}
        state={<VendorBadge status={vendor.status} />}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: `/vendors/${vendor.id}` },
        ]}
        facts={facts}
        also={
          assessment?.scoringId && (
            <ButtonLink href={`/assessments/${assessment.scoringId}`}>
              {t('assessments:admission.open')}
            </ButtonLink>
          )
        }
      />
      {!isOpen ? (
        <EmptyState title={t('assessments:admission.notOpen')}>
          {t('errors:vendor_not_screened')}
        </EmptyState>
      ) : refusal && !answer ? (
        <Callout tone="attention" title={t('assessments:admission.notYou')}>
          {words(refusal)}
        </Callout>
      ) : (
        <EditForm refusal={answer?.refusal} values={answer?.values}>
          <ChecksLacking checks={page.checksLacking} />
          <TierAnswers page={page} />
          <Decision />
          <Conditions colleagues={page.colleagues} />
          <FormActions>
            <SubmitButton>{t('assessments:admission.decide')}</SubmitButton>
            <ButtonLink href={`/vendors/${vendor.id}`} look="quiet">
              {t('common:action.cancel')}
            </ButtonLink>
          </FormActions>
        </EditForm>
      )}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** What speaks for the vendor and what is lacking, over the decision. */
function useGrounds({ vendor, assessment, consequences, checksLacking }: Page): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = consequences?.checks.length ?? 0;
  return [
    {
      label: t('common:column.tier'),
      value: vendor.tier ? t(`common:tier.${vendor.tier}`) : t('vendors:fact.ungraded'),
      note: consequences && t(`vendors:tier.approvers.${consequences.approver}`),
    },
    {
      label: t('assessments:admission.assessment'),
      value: assessment ? format.number(assessment.total, { maxDigits: 2 }) : t('common:none'),
      note: assessment && <ResultBadge result={assessment.result} />,
    },
    {
      label: t('vendors:tier.checks'),
      value: t('assessments:admission.checks', {
        done: asked - checksLacking.length,
        total: asked,
      }),
      note: <a href={`/vendors/${vendor.id}/checks`}>{t('assessments:admission.openChecks')}</a>,
    },
  ];
}

function ChecksLacking({ checks }: { checks: Page['checksLacking'] }) {
  const { t } = useTranslation();
  if (checks.length === 0) return null;
  return (
    <Callout tone="attention" title={t('assessments:admission.checksLacking')}>
      {checks.map((check) => t(`vendors:tier.check.${check}`)).join(' · ')}
      <br />
      {t(
        checks.includes('sanctions')
          ? 'errors:admission_sanctions'
          : 'assessments:admission.checksHelp',
      )}
    </Callout>
  );
}

/** The questions that make the tier, with what follows from the tier as it stands. */
function TierAnswers({ page: { vendor, consequences } }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <FormSection
      title={t('vendors:tier.questions')}
      help={consequences && <Consequences consequences={consequences} />}
    >
      {tierQuestions.map((question) => (
        <RadioField
          key={question}
          name={question}
          label={t(`vendors:tier.question.${question}`)}
          initial={vendor[question] === null ? null : String(vendor[question])}
          choices={(['1', '2', '3'] as const).map((value) => ({
            value,
            label: t(`vendors:tier.answer.${question}.${value}`),
          }))}
        />
      ))}
    </FormSection>
  );
}

function Decision() {
  const { t } = useTranslation();
  return (
    <>
      <RadioField
        name="decision"
        label={t('assessments:admission.decision')}
        choices={admissionDecisions.map((value) => ({
          value,
          label: t(`assessments:admission.decisions.${value}`),
          help: t(`assessments:admission.help.${value}`),
        }))}
      />
      <TextAreaField name="reason" label={t('common:column.reason')} maxLength={4000} />
    </>
  );
}

/** What the vendor must still do where it is let in with conditions. */
function Conditions({ colleagues }: Pick<Page, 'colleagues'>) {
  const { t } = useTranslation();
  return (
    <FormSection
      title={t('assessments:admission.conditions')}
      help={t('assessments:admission.conditionsHelp')}
    >
      {Array.from({ length: CONDITION_LINES }, (_, index) => (
        <ConditionFields key={index} index={index} colleagues={colleagues} />
      ))}
    </FormSection>
  );
}

type Consequences = NonNullable<Page['consequences']>;

/** What follows from the tier as it stands: rhythm, checks, and whose word lets in. */
function Consequences({ consequences }: { consequences: Consequences }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { checks, assessEveryMonths, reviewEveryMonths, approver } = consequences;
  const every = (months: number | null) =>
    months === null ? t('vendors:tier.onIncident') : t('vendors:tier.every', { count: months });
  return (
    <>
      {t('vendors:tier.assess')}: {every(assessEveryMonths)} · {t('vendors:tier.review')}:{' '}
      {every(reviewEveryMonths)} · {t('vendors:tier.checks')}:{' '}
      {format.list(checks.map((check) => t(`vendors:tier.check.${check}`)))} ·{' '}
      {t('vendors:tier.approver')}: {t(`vendors:tier.approvers.${approver}`)}
    </>
  );
}
