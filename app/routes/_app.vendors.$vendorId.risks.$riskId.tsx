import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { VendorRecordPage } from '~/components/registers/VendorRecordPage';
import { dayOf } from '~/auth/act';
import { CheckboxField } from '~/components/form/choices';
import { DateField } from '~/components/form/dates';
import { FieldRow, FormSection } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { found } from '~/shared/record-id';
import { riskCategories } from '~/risks/risk';
import { risksOfVendor } from '~/risks/risk-queries.server';
import { keepRisk } from '~/risks/keep-risk.server';
import { saveVendorRecord, vendorRecordAsked } from './shared/vendor-record.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now, vendor, recordId } = await vendorRecordAsked(args, 'riskId');
  const all = recordId === null ? [] : await risksOfVendor(reader, scope, vendor.id);
  const risk =
    recordId === null
      ? null
      : found(all.find(({ id, closedAt }) => closedAt === null && id === recordId));
  return {
    title: t(risk ? 'vendors:risk.editTitle' : 'vendors:risk.addTitle'),
    vendor,
    risk,
    today: dayOf(now),
  };
}

export function action(args: ActionFunctionArgs) {
  return saveVendorRecord(args, {
    param: 'riskId',
    keep: keepRisk,
    notice: 'vendors:notice.riskSaved',
  });
}

export default function RiskForm() {
  const { title, vendor, risk, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <VendorRecordPage
      title={title}
      vendor={vendor}
      end={
        risk && {
          path: `risks/${risk.id}/closing`,
          label: t('vendors:risk.close'),
          help: t('vendors:risk.closeHelp'),
          look: 'primary',
        }
      }
      answer={answer}
      save={t('vendors:risk.save')}
    >
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
        <MatrixFields
          likelihood={{ name: 'likelihood', step: risk?.likelihood }}
          impact={{ name: 'impact', step: risk?.impact }}
        />
      </FormSection>
      <FormSection title={t('vendors:risk.after')}>
        <MatrixFields
          likelihood={{ name: 'residualLikelihood', step: risk?.residualLikelihood }}
          impact={{ name: 'residualImpact', step: risk?.residualImpact }}
        />
      </FormSection>
      <CheckboxField
        name="shared"
        label={t('vendors:risk.shared')}
        help={t('vendors:risk.sharedHelp')}
        initial={risk?.shared ?? false}
      />
      <DateField name="reviewedOn" label={t('vendors:risk.reviewedOn')} initial={today} />
    </VendorRecordPage>
  );
}

type Axis = { name: string; step: number | undefined };

const STEPS = [1, 2, 3, 4, 5] as const;

/** A place on the matrix: how likely it is, and how much it would do. */
function MatrixFields({ likelihood, impact }: { likelihood: Axis; impact: Axis }) {
  const { t } = useTranslation();
  return (
    <FieldRow>
      <SelectField
        name={likelihood.name}
        label={t('vendors:risk.likelihood')}
        initial={likelihood.step === undefined ? null : String(likelihood.step)}
        choices={STEPS.map((step) => ({
          value: String(step),
          label: t(`vendors:risk.likelihoods.${step}`),
        }))}
      />
      <SelectField
        name={impact.name}
        label={t('vendors:risk.impact')}
        initial={impact.step === undefined ? null : String(impact.step)}
        choices={STEPS.map((step) => ({
          value: String(step),
          label: t(`vendors:risk.impacts.${step}`),
        }))}
      />
    </FieldRow>
  );
}
