import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { SettlementStep } from '~/components/settlement/SettlementStep';
import { rejectManualEntry } from '~/settlement/decide-manual-entry.server';
import { findManualEntry } from '~/settlement/manual-entry-queries.server';
import { formatMonth } from '~/shared/format';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

async function asked(args: LoaderFunctionArgs) {
  const person = await requirePerson(args, 'accounts.write');
  const contractId = recordId(args.params['contractId']);
  const entryId = recordId(args.params['entryId']);
  const entry = found(await findManualEntry(person.reader, person.scope, contractId, entryId));
  return { ...person, entry, back: `/contracts/${contractId}/entries/${entryId}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale, entry, back } = await asked(args);
  return {
    title: t('settlement:manual.rejectTitle'),
    heading: t(`settlement:manual.pageTitle.${entry.kind}`, {
      month: formatMonth(entry.period, locale),
    }),
    back,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, entry, back } = await asked(args);
  const values = formValues(await args.request.formData());
  const outcome = await rejectManualEntry(store, act, {
    ...{ contractId: entry.contractId, entryId: entry.id },
    remarks: String(values['remarks'] ?? ''),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(back, { key: 'settlement:manual.notice.rejected' });
}

export default function RejectEntry() {
  const { title, heading, back } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <SettlementStep
      title={title}
      lead={t('settlement:manual.rejectLead')}
      crumbs={[{ label: heading, href: back }]}
      back={back}
      submit={t('settlement:manual.reject')}
      answer={useActionData<typeof action>()}
    >
      <TextAreaField name="remarks" label={t('common:column.reason')} rows={4} maxLength={2000} />
    </SettlementStep>
  );
}
