import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { createStandard } from '~/contracts/keep-standard.server';
import { formValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import { marketChoices } from '~/vendors/library-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'contracts.write');
  const markets = await marketChoices(reader, scope);
  return {
    title: t('standards:form.title'),
    root: String(markets.find(({ parentId }) => parentId === null)?.id ?? ''),
    markets: markets.map((market) => ({
      value: String(market.id),
      label: nameFor(market, locale),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const values = formValues(await args.request.formData());
  const outcome = await createStandard(store, act, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/standards/${outcome.value.standardId}`, {
    key: 'standards:notice.created',
  });
}

export default function NewStandard() {
  const { title, markets, root } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('standards:form.lead')}
        crumbs={[{ label: t('standards:title'), href: '/standards' }]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField name="code" label={t('common:column.code')} width="medium" />
        <FieldRow>
          <TextField name="nameEn" label={t('standards:field.nameEn')} />
          <TextField name="nameZh" label={t('standards:field.nameZh')} />
        </FieldRow>
        <SelectField
          name="market"
          label={t('standards:field.market')}
          help={t('standards:form.marketHelp')}
          choices={markets}
          initial={root}
        />
        <TextField
          name="source"
          label={t('standards:field.source')}
          help={t('standards:form.sourceHelp')}
          optional
        />
        <TextField name="licence" label={t('standards:field.licence')} optional />
        <FormActions>
          <SubmitButton>{t('standards:form.create')}</SubmitButton>
          <ButtonLink href="/standards">{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
