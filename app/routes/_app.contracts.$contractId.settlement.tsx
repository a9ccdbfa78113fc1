import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { NumberField, PercentField, SelectField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { SettlementStep } from '~/components/settlement/SettlementStep';
import { useFormat } from '~/components/use-format';
import { findContract } from '~/contracts/contract-queries.server';
import { agreeSettlement } from '~/settlement/agree-settlement.server';
import { settlementTermsOf } from '~/contracts/keep-settlement-terms.server';
import { claimCounts, claimStarts } from '~/contracts/settlement-terms';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  return {
    title: t('settlement:terms.title'),
    contractId,
    number: contract.number,
    startsOn: contract.startsOn,
    terms: await settlementTermsOf(reader, contractId),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  const outcome = await agreeSettlement(store, act, contractId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  const { amendmentId } = outcome.value;
  return amendmentId === null
    ? redirectWithNotice(`/contracts/${contractId}`, { key: 'settlement:terms.saved' })
    : redirectWithNotice(`/contracts/${contractId}/amendments/${amendmentId}`, {
        key: 'contracts:notice.gathered',
      });
}

export default function SettlementTermsForm() {
  const { title, contractId, number, startsOn, terms } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { date } = useFormat();
  const back = `/contracts/${contractId}`;
  return (
    <SettlementStep
      title={title}
      lead={t('settlement:terms.lead', { starts: date(startsOn) })}
      crumbs={[{ label: number, href: back }]}
      back={back}
      submit={t('settlement:terms.save')}
      answer={useActionData<typeof action>()}
    >
      <NumberField
        name="claimDays"
        label={t('settlement:terms.claimDays')}
        help={t('settlement:terms.claimDaysHelp')}
        initial={terms.claimDays === null ? '' : String(terms.claimDays)}
        optional
      />
      <SelectField
        name="claimFrom"
        label={t('settlement:terms.claimFrom')}
        initial={terms.claimFrom}
        choices={claimStarts.map((value) => ({ value, label: t(`settlement:terms.${value}`) }))}
        width="medium"
      />
      <SelectField
        name="claimCount"
        label={t('settlement:terms.claimCount')}
        help={t('settlement:terms.claimCountHelp')}
        initial={terms.claimCount}
        choices={claimCounts.map((value) => ({
          value,
          label: t(`settlement:terms.counts.${value}`),
        }))}
        width="medium"
      />
      <PercentField
        name="bonusPercent"
        label={t('settlement:terms.bonusPercent')}
        help={t('settlement:terms.bonusHelp')}
        initial={terms.bonusPercent}
        optional
      />
    </SettlementStep>
  );
}
