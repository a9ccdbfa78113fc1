import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CaseStep } from '~/components/breach/CaseStep';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { acceptPlan } from '~/sla/accept-plan.server';
import { caseOfBreach, headingOfBreach } from '~/sla/breach-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, t } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const heading = found(await headingOfBreach(reader, scope, breachId, locale));
  return { title: t('sla:step.acceptance.title'), heading };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const outcome = await acceptPlan(store, act, { caseId });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/breaches/${breachId}`, { key: 'sla:notice.planAccepted' });
}

export default function PlanAcceptance() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.acceptance.lead')}
      submit={t('sla:act.acceptPlan')}
      answer={useActionData<typeof action>()}
    />
  );
}
