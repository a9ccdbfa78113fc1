import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CaseStep } from '~/components/breach/CaseStep';
import { CheckboxField } from '~/components/form/choices';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { caseOfBreach, headingOfBreach } from '~/sla/breach-queries.server';
import { LONGEST_REASON } from '~/shared/reason-text';
import { replyToCase } from '~/sla/reply-to-case.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, t, isOwn } = await requireParty(args);
  const breachId = recordId(args.params['breachId']);
  const heading = found(await headingOfBreach(reader, scope, breachId, { t, locale }));
  return { title: t('sla:step.reply.title'), heading, isOwn };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, isOwn } = await requireParty(args);
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const internal = values['internal'] !== undefined;
  const text = String(values['text'] ?? '');
  const outcome = await replyToCase(store, act, { caseId, text, internal });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/breaches/${breachId}`, {
    key: internal && !isOwn ? 'sla:notice.noted' : 'sla:notice.replied',
  });
}

export default function Reply() {
  const { title, heading, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.reply.lead')}
      submit={t('sla:act.sendReply')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField name="text" label={t('sla:field.text')} rows={6} maxLength={LONGEST_REASON} />
      {!isOwn && <CheckboxField name="internal" label={t('sla:field.internal')} />}
    </CaseStep>
  );
}

/** Both sides of a case may speak in it, and nobody else. */
async function requireParty(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const visit = await requirePerson(args, 'breaches.discuss');
  return { ...visit, isOwn: visit.person.role === 'vendor' };
}
