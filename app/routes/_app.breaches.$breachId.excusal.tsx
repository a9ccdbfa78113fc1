import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CaseStep } from '~/components/breach/CaseStep';
import { MonthField } from '~/components/form/dates';
import { FieldRow } from '~/components/form/EditForm';
import { SelectField, TextAreaField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { formatPeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { caseOfBreach, headingOfBreach } from '~/sla/breach-queries.server';
import { excusalKinds, LONGEST_TEXT } from '~/sla/excusal';
import { excuseCase } from '~/sla/excuse-case.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, t } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const heading = found(await headingOfBreach(reader, scope, breachId, locale));
  return { title: t('sla:step.excusal.title'), heading };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const outcome = await excuseCase(store, act, { ...values, caseId });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/breaches/${breachId}`, { key: 'sla:notice.excused' });
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
      <TextAreaField name="text" label={t('sla:field.reason')} rows={5} maxLength={LONGEST_TEXT} />
      <TextField
        name="agreedBy"
        label={t('sla:field.agreedBy')}
        help={t('sla:field.agreedByHelp')}
        maxLength={200}
      />
    </CaseStep>
  );
}
