import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CaseStep } from '~/components/breach/CaseStep';
import { MonthField } from '~/components/form/dates';
import { FieldRow } from '~/components/form/EditForm';
import { SelectField, TextAreaField, TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { formatPeriod } from '~/shared/period';
import { excusalKinds } from '~/sla/excusal';
import { LONGEST_REASON } from '~/shared/reason-text';
import { excuseCase } from '~/sla/excuse-case.server';
import { loadCaseStep, takeCaseStep } from './shared/case-step.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.decide');
  return { title: t('sla:step.excusal.title'), heading };
}

export function action(args: ActionFunctionArgs) {
  return takeCaseStep(args, 'breaches.decide', {
    move: (store, act, { caseId, values }) => excuseCase(store, act, { ...values, caseId }),
    notice: 'sla:notice.excused',
  });
}

export default function Excusal() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const month = formatPeriod(heading.period);
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.excusal.lead')}
      submit={t('sla:act.excuse')}
      answer={useActionData<typeof action>()}
    >
      <FieldRow>
        <MonthField name="firstPeriod" label={t('sla:field.firstPeriod')} initial={month} />
        <MonthField name="lastPeriod" label={t('sla:field.lastPeriod')} initial={month} />
      </FieldRow>
      <SelectField
        name="kind"
        label={t('sla:field.kind')}
        width="medium"
        choices={excusalKinds.map((value) => ({ value, label: t(`sla:excusalKind.${value}`) }))}
      />
      <TextAreaField
        name="text"
        label={t('sla:field.reason')}
        rows={5}
        maxLength={LONGEST_REASON}
      />
      <TextField
        name="agreedBy"
        label={t('sla:field.agreedBy')}
        help={t('sla:field.agreedByHelp')}
        maxLength={200}
      />
    </CaseStep>
  );
}
