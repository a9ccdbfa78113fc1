import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { TextField } from '~/components/form/fields';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { SettlementStep } from '~/components/settlement/SettlementStep';
import { moveStatementTo } from '~/settlement/move-statement.server';
import { findStatement } from '~/settlement/statement-queries.server';
import { formatMonth } from '~/shared/format';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'statements.settle');
  const statementId = recordId(args.params['statementId']);
  const { statement } = found(await findStatement(reader, scope, statementId));
  return {
    title: t('settlement:step.settlement.title'),
    statementId,
    totalMinor: statement.totalMinor,
    heading: `${t('settlement:page.title', { month: formatMonth(statement.period, locale) })} · ${statement.contract}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'statements.settle');
  const statementId = recordId(args.params['statementId']);
  found(await findStatement(reader, scope, statementId));
  const values = formValues(await args.request.formData());
  const text = String(values['invoiceNumber'] ?? '');
  const outcome = await moveStatementTo(store, act, { statementId, action: 'settle', text });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/statements/${statementId}`, { key: 'settlement:notice.settled' });
}

export default function Settlement() {
  const { title, heading, totalMinor, statementId } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const back = `/statements/${statementId}`;
  return (
    <SettlementStep
      title={title}
      lead={t('settlement:step.settlement.lead')}
      crumbs={[
        { label: t('settlement:title'), href: '/statements' },
        { label: heading, href: back },
      ]}
      back={back}
      submit={t('settlement:act.settle')}
      answer={useActionData<typeof action>()}
    >
      {totalMinor > 0 ? (
        <TextField
          name="invoiceNumber"
          label={t('settlement:field.invoice')}
          width="medium"
          maxLength={100}
        />
      ) : (
        <Callout>{t('settlement:field.invoiceNone')}</Callout>
      )}
    </SettlementStep>
  );
}
