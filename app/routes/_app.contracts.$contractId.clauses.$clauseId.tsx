import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ClauseBadge } from '~/components/contracts/ClauseBadge';
import { useBecause } from '~/components/contracts/use-because';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Facts, Section, TwoColumns } from '~/components/Section';
import { checkClause } from '~/contracts/check-clause.server';
import { clauseStates } from '~/contracts/clause';
import { clauseStandingOf } from '~/contracts/clause-gap-queries.server';
import { checksOfContracts, findClause, textsOfClause } from '~/contracts/clause-queries.server';
import { findContract } from '~/contracts/contract-queries.server';
import { formValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, can } = await requirePerson(args, 'clauses.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const clause = found(await findClause(reader, recordId(args.params['clauseId'])));
  const standing = await clauseStandingOf(reader, scope, contractId);
  const checks = await checksOfContracts(reader, scope, [contractId]);
  const [text] = await textsOfClause(reader, clause.id);
  const isEnglish = locale === 'en';
  return {
    title: nameFor(clause, locale),
    contract: { id: contract.id, title: contract.title, number: contract.number },
    canWrite: can('contracts.write'),
    check: checks.find(({ clauseId }) => clauseId === clause.id) ?? null,
    because: standing?.required.find(({ clauseId }) => clauseId === clause.id)?.because ?? [],
    protects: isEnglish ? clause.protectsEn : clause.protectsZh,
    lookFor: isEnglish ? clause.lookForEn : clause.lookForZh,
    model: isEnglish ? text?.textEn : text?.textZh,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const clauseId = recordId(args.params['clauseId']);
  found(await findClause(reader, clauseId));
  const values = formValues(await args.request.formData());
  const outcome = await checkClause(store, act, { contractId, clauseId }, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}/clauses`, { key: 'clauses:notice.checked' });
}

export default function ContractClause() {
  const { title, contract, canWrite, check } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: contract.title, href: base },
          {
            label: t('clauses:checklist.title', { number: contract.number }),
            href: `${base}/clauses`,
          },
        ]}
        state={<ClauseBadge state={check?.state ?? null} />}
      />
      <TwoColumns side={<Guidance />}>{canWrite ? <Finding /> : <Found />}</TwoColumns>
    </>
  );
}

function Finding() {
  const { contract, check } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <EditForm refusal={answer?.refusal} values={answer?.values}>
      <RadioField
        name="state"
        label={t('clauses:check.state')}
        initial={check?.state ?? null}
        choices={clauseStates.map((value) => ({
          value,
          label: t(`clauses:state.${value}`),
          help: t(`clauses:stateHelp.${value}`),
        }))}
      />
      <TextField
        name="place"
        label={t('clauses:check.place')}
        help={t('clauses:check.placeHelp')}
        width="medium"
        initial={check?.place ?? null}
        optional
      />
      <TextAreaField
        name="text"
        label={t('clauses:check.text')}
        help={t('clauses:check.textHelp')}
        initial={check?.text ?? null}
        rows={6}
        optional
      />
      <TextAreaField
        name="reason"
        label={t('clauses:check.reason')}
        help={t('clauses:check.reasonHelp')}
        initial={check?.reason ?? null}
        rows={3}
        optional
      />
      <FormActions>
        <SubmitButton>{t('clauses:check.save')}</SubmitButton>
        <ButtonLink href={`/contracts/${contract.id}/clauses`}>
          {t('common:action.cancel')}
        </ButtonLink>
      </FormActions>
    </EditForm>
  );
}

function Found() {
  const { check } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const none = t('common:none');
  return (
    <Section title={t('clauses:checklist.said')}>
      <Facts
        items={[
          { label: t('clauses:check.place'), value: check?.place ?? none },
          { label: t('clauses:check.text'), value: check?.text ?? none },
          { label: t('clauses:check.reason'), value: check?.reason ?? none },
        ]}
      />
    </Section>
  );
}

function Guidance() {
  const { because, protects, lookFor, model, check } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const say = useBecause();
  return (
    <>
      <Section title={t('clauses:checklist.required')}>
        {because.length === 0 ? (
          <p>{t('clauses:checklist.optional')}</p>
        ) : (
          because.map((one) => <p key={say(one)}>{say(one)}</p>)
        )}
      </Section>
      <Section title={t('clauses:library.protects')}>
        <p>{protects}</p>
      </Section>
      <Section title={t('clauses:library.lookFor')}>
        <p>{lookFor}</p>
      </Section>
      <Section
        title={t('clauses:library.text')}
        help={
          check?.comparedWith != null &&
          t('clauses:checklist.textVersion', { version: check.comparedWith })
        }
      >
        <p>{model}</p>
      </Section>
    </>
  );
}
