import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CaseStep } from '~/components/breach/CaseStep';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { caseOfBreach, headingOfBreach } from '~/sla/breach-queries.server';
import { excusalsOf } from '~/sla/case-queries.server';
import { LONGEST_REASON } from '~/shared/reason-text';
import { revokeExcusal } from '~/sla/excuse-case.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, t } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const heading = found(await headingOfBreach(reader, scope, breachId, { t, locale }));
  const excusalId = recordId(args.params['excusalId']);
  const agreed = await excusalsOf(reader, heading.contractId, heading.kpiId);
  const { firstPeriod, lastPeriod } = found(agreed.find(({ id }) => id === excusalId));
  return { title: t('sla:step.revocation.title'), heading, firstPeriod, lastPeriod };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const outcome = await revokeExcusal(store, act, {
    caseId,
    excusalId: recordId(args.params['excusalId']),
    text: String(values['text'] ?? ''),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/breaches/${breachId}`, { key: 'sla:notice.revoked' });
}

export default function Revocation() {
  const { title, heading, firstPeriod, lastPeriod } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.revocation.lead', {
        from: format.month(firstPeriod),
        to: format.month(lastPeriod),
      })}
      submit={t('sla:case.revoke')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField
        name="text"
        label={t('sla:field.reason')}
        rows={5}
        maxLength={LONGEST_REASON}
      />
    </CaseStep>
  );
}
