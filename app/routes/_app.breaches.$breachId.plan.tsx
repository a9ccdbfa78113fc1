import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CaseStep } from '~/components/breach/CaseStep';
import { DateField } from '~/components/form/dates';
import { FieldRow, FormSection } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { caseOfBreach } from '~/sla/breach-queries.server';
import { planOfForm, refusalOnForm, STEP_LINES, WHY_LINES } from '~/sla/plan-form';
import { submitPlan } from '~/sla/submit-plan.server';
import { loadCaseStep } from './shared/case-step.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.answer');
  return { title: t('sla:step.plan.title'), heading };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'breaches.answer');
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const plan = planOfForm(values);
  const outcome = await submitPlan(store, act, { caseId, plan });
  if (!outcome.ok) return refusedForm(refusalOnForm(outcome, plan), values);
  return redirectWithNotice(`/breaches/${breachId}`, { key: 'sla:notice.planSubmitted' });
}

export default function Plan() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.plan.lead')}
      submit={t('sla:act.sendPlan')}
      answer={useActionData<typeof action>()}
    >
      <FormSection title={t('sla:field.whys')} help={t('sla:field.whysHelp')}>
        {lines(WHY_LINES).map((line) => (
          <TextField
            key={line}
            name={`whys[${line}]`}
            label={t('sla:field.why', { number: line + 1 })}
            optional={line > 0}
            maxLength={1000}
          />
        ))}
      </FormSection>
      <Steps kind="corrective" help={t('sla:field.correctiveHelp')} />
      <Steps kind="preventive" help={t('sla:field.preventiveHelp')} />
    </CaseStep>
  );
}

function Steps({ kind, help }: { kind: 'corrective' | 'preventive'; help: string }) {
  const { t } = useTranslation();
  return (
    <FormSection title={t(`sla:case.${kind}`)} help={help}>
      {lines(STEP_LINES).map((line) => (
        <FieldRow key={line}>
          <TextField
            name={`${kind}[${line}].what`}
            label={t('sla:field.what', { number: line + 1 })}
            optional={line > 0}
            maxLength={1000}
          />
          <DateField
            name={`${kind}[${line}].dueOn`}
            label={t('sla:field.when')}
            optional={line > 0}
            help=""
          />
        </FieldRow>
      ))}
    </FormSection>
  );
}

const lines = (count: number) => Array.from({ length: count }, (_, line) => line);
