import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { DateField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { clauseGapsOf } from '~/contracts/named-gaps.server';
import { findContract } from '~/contracts/contract-queries.server';
import { signContract } from '~/contracts/sign-contract.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { readTypedDate } from '~/shared/typed-date';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now, can, locale } = await requirePerson(args, 'contracts.sign');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  const gaps = await clauseGapsOf(reader, scope, contract.id);
  return {
    title: t('contracts:life.signTitle', { number: contract.number }),
    contractId: contract.id,
    contractTitle: contract.title,
    today: dayOf(now),
    gaps: gaps.map((gap) => (locale === 'en' ? gap.nameEn : gap.nameZh)),
    mayDespiteGaps: can('contracts.sign_despite_gaps'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act, can } = await requirePerson(args, 'contracts.sign');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const values = formValues(await args.request.formData());
  const typed = String(values['signedOn'] ?? '').trim();
  const outcome = await signContract(store, act, {
    contractId,
    signedOn: readTypedDate(typed) ?? typed,
    reason: String(values['reason'] ?? '').trim() || null,
    maySignIncomplete: can('contracts.sign_despite_gaps'),
  });
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/contracts/${contractId}`, { key: 'contracts:notice.signed' });
}

export default function SignContract() {
  const { title, contractId, contractTitle, today, gaps, mayDespiteGaps } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/contracts/${contractId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:life.signLead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contractTitle, href: back },
        ]}
      />
      {gaps.length > 0 && (
        <Callout>
          {t(mayDespiteGaps ? 'contracts:life.gaps' : 'contracts:life.gapsHold', {
            clauses: gaps.join(t('contracts:words.item')),
          })}
        </Callout>
      )}
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <DateField name="signedOn" label={t('contracts:life.signedOn')} initial={today} />
        <TextAreaField
          name="reason"
          label={t('contracts:life.reason')}
          help={t('contracts:life.reasonHelp')}
          rows={3}
          maxLength={2000}
          optional
        />
        <FormActions>
          <SubmitButton>{t('contracts:life.sign')}</SubmitButton>
          <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
