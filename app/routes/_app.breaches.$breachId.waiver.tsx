import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CaseStep } from '~/components/breach/CaseStep';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { caseOfBreach, headingOfBreach } from '~/sla/breach-queries.server';
import { LONGEST_TEXT } from '~/sla/excusal';
import { waiveCase } from '~/sla/waive-case.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, t } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const heading = found(await headingOfBreach(reader, scope, breachId, locale));
  return { title: t('sla:step.waiver.title'), heading };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const outcome = await waiveCase(store, act, { caseId, text: String(values['text'] ?? '') });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/breaches/${breachId}`, { key: 'sla:notice.waived' });
}

export default function Waiver() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.waiver.lead')}
      submit={t('sla:act.waive')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField name="text" label={t('sla:field.reason')} rows={6} maxLength={LONGEST_TEXT} />
    </CaseStep>
  );
}
