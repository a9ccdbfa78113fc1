import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ClauseForm } from '~/components/contracts/ClauseForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { addClause } from '~/contracts/keep-clause.server';
import { formValues } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t } = await requirePerson(args, 'library.write');
  return { title: t('clauses:form.addTitle') };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'library.write');
  const values = formValues(await args.request.formData());
  const outcome = await addClause(store, act, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/clauses/library/${outcome.value.clauseId}`, {
    key: 'clauses:notice.added',
  });
}

export default function NewClause() {
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = '/clauses/library';
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t('clauses:library.title'), href: back }]} />
      <ClauseForm clause={null} back={back} refusal={answer?.refusal} values={answer?.values} />
    </>
  );
}
