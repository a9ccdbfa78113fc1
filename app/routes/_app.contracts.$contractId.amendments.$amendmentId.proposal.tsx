import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { DateField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { findAmendment } from '~/contracts/amendment-queries.server';
import { findContract } from '~/contracts/contract-queries.server';
import { proposeAmendment } from '~/contracts/propose-amendment.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { firstDay, periodOfDate } from '~/shared/period';
import { readTypedDate } from '~/shared/typed-date';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const amendment = found(
    await findAmendment(reader, scope, contractId, recordId(args.params['amendmentId'])),
  );
  const usualFrom = amendment.changes.some(({ kind }) => kind === 'settlement')
    ? contract.startsOn
    : firstDay(periodOfDate(dayOf(now)) + 1);
  return {
    title: t('contracts:amendment.proposeTitle', { number: amendment.number }),
    contract: { id: contractId, title: contract.title },
    amendmentId: amendment.id,
    initial: {
      effectiveFrom: amendment.effectiveFrom ?? usualFrom,
      reason: amendment.reason ?? '',
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const amendmentId = recordId(args.params['amendmentId']);
  found(await findAmendment(reader, scope, contractId, amendmentId));
  const values = formValues(await args.request.formData());
  const typed = String(values['effectiveFrom'] ?? '').trim();
  const outcome = await proposeAmendment(store, act, {
    ...{ contractId, amendmentId },
    effectiveFrom: readTypedDate(typed) ?? typed,
    reason: String(values['reason'] ?? ''),
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}/amendments/${amendmentId}`, {
    key: 'contracts:notice.amendmentProposed',
  });
}

export default function ProposeAmendment() {
  const { title, contract, amendmentId, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:amendment.proposeLead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: `/contracts/${contract.id}` },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <DateField
          name="effectiveFrom"
          label={t('contracts:amendment.effectiveFrom')}
          help={t('contracts:amendment.effectiveHelp')}
          initial={initial.effectiveFrom}
        />
        <TextAreaField
          name="reason"
          label={t('common:column.reason')}
          initial={initial.reason}
          rows={3}
          maxLength={500}
        />
        <FormActions>
          <SubmitButton>{t('contracts:amendment.propose')}</SubmitButton>
          <ButtonLink href={`/contracts/${contract.id}/amendments/${amendmentId}`}>
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
