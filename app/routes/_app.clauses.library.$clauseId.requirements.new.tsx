import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { askingDataKinds } from '~/contracts/clause';
import { findClause } from '~/contracts/clause-queries.server';
import { addRequirement } from '~/contracts/keep-requirement.server';
import { formValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { marketChoices, serviceChoices } from '~/vendors/library-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'library.write');
  const clause = found(await findClause(reader, recordId(args.params['clauseId'])));
  const name = nameFor(clause, locale);
  const choice = (one: { id: number; nameEn: string; nameZh: string }) => ({
    value: String(one.id),
    label: nameFor(one, locale),
  });
  return {
    title: t('clauses:requirement.addTitle', { clause: name }),
    clause: { id: clause.id, name },
    services: (await serviceChoices(reader)).map(choice),
    markets: (await marketChoices(reader, scope)).map(choice),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader } = await requirePerson(args, 'library.write');
  const clauseId = recordId(args.params['clauseId']);
  found(await findClause(reader, clauseId));
  const values = formValues(await args.request.formData());
  const outcome = await addRequirement(store, act, clauseId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/clauses/library/${clauseId}`, { key: 'clauses:notice.ruleAdded' });
}

export default function NewRequirement() {
  const { title, clause, services, markets } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/clauses/library/${clause.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('clauses:library.title'), href: '/clauses/library' },
          { label: clause.name, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <FieldRow>
          <SelectField
            name="service"
            label={t('common:column.service')}
            help={t('clauses:requirement.serviceHelp')}
            choices={services}
            optional
          />
          <SelectField
            name="market"
            label={t('common:column.market')}
            help={t('clauses:requirement.marketHelp')}
            choices={markets}
            optional
          />
        </FieldRow>
        <SelectField
          name="fromData"
          label={t('clauses:requirement.fromData')}
          help={t('clauses:requirement.fromDataHelp')}
          width="medium"
          choices={askingDataKinds.map((value) => ({
            value,
            label: t(`clauses:dataKind.${value}`),
          }))}
          optional
        />
        <RadioField
          name="effect"
          label={t('clauses:requirement.effect')}
          initial="required"
          choices={(['required', 'not_required'] as const).map((value) => ({
            value,
            label: t(`clauses:requirement.${value}`),
            help: t(`clauses:requirement.${value}Help`),
          }))}
        />
        <TextField name="reasonEn" label={t('clauses:requirement.reasonEn')} />
        <TextField name="reasonZh" label={t('clauses:requirement.reasonZh')} />
        <TextField name="source" label={t('clauses:requirement.source')} optional />
        <FormActions>
          <SubmitButton>{t('clauses:requirement.save')}</SubmitButton>
          <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
