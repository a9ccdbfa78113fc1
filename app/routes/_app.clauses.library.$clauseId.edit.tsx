import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ClauseForm } from '~/components/contracts/ClauseForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { findClause, textsOfClause } from '~/contracts/clause-queries.server';
import { changeClause } from '~/contracts/keep-clause.server';
import { formValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, locale } = await requirePerson(args, 'library.write');
  const clause = found(await findClause(reader, recordId(args.params['clauseId'])));
  const [latest] = await textsOfClause(reader, clause.id);
  const name = nameFor(clause, locale);
  const { group, nameEn, nameZh, protectsEn, protectsZh, lookForEn, lookForZh } = clause;
  return {
    title: t('clauses:form.editTitle', { clause: name }),
    id: clause.id,
    name,
    initial: {
      ...{ group, nameEn, nameZh, protectsEn, protectsZh, lookForEn, lookForZh },
      ...{ textEn: latest?.textEn ?? '', textZh: latest?.textZh ?? '' },
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader } = await requirePerson(args, 'library.write');
  const clauseId = recordId(args.params['clauseId']);
  found(await findClause(reader, clauseId));
  const values = formValues(await args.request.formData());
  const outcome = await changeClause(store, act, clauseId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/clauses/library/${clauseId}`, { key: 'clauses:notice.changed' });
}

export default function EditClause() {
  const { title, id, name, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/clauses/library/${id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('clauses:library.title'), href: '/clauses/library' },
          { label: name, href: back },
        ]}
      />
      <ClauseForm clause={initial} back={back} refusal={answer?.refusal} values={answer?.values} />
    </>
  );
}
