import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { TermForm } from '~/components/contracts/TermForm';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { kpiDirections, libraryChoices } from '~/contracts/library-queries.server';
import { findStandard } from '~/contracts/standard-queries.server';
import { operatorOfForm, refusalOfForm, termDocumentOf } from '~/contracts/term-form';
import { addAndCarry } from '~/jobs/standard-work.server';
import { formValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import { firstDay, periodOfDate } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now } = await requirePerson(args, 'contracts.write');
  const standard = found(await findStandard(reader, recordId(args.params['standardId'])));
  const name = nameFor(standard, locale);
  return {
    title: t('standards:term.addTitle', { standard: name }),
    standard: { id: standard.id, name },
    choices: await libraryChoices(reader, scope),
    initial: { effective_from: firstDay(periodOfDate(dayOf(now)) + 1) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader } = await requirePerson(args, 'contracts.write');
  const standardId = recordId(args.params['standardId']);
  found(await findStandard(reader, standardId));
  const values = formValues(await args.request.formData());
  const directions = await kpiDirections(reader);
  const { effective_from: from, ...document } = termDocumentOf(values, directions);
  const portal = { store, wakeWorker: args.context.wakeWorker };
  const outcome = await addAndCarry(portal, act, {
    ...{ standardId, document, effectiveFrom: typeof from === 'string' ? from : '' },
    reason: typeof values['reason'] === 'string' ? values['reason'] : '',
  });
  if (!outcome.ok) {
    const refusal = refusalOfForm(outcome, operatorOfForm(values, directions));
    return refusedForm(refusal, values);
  }
  return redirectWithNotice(`/standards/${standardId}`, { key: 'standards:notice.termAdded' });
}

export default function NewStandardTerm() {
  const { title, standard, choices, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/standards/${standard.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('standards:title'), href: '/standards' },
          { label: standard.name, href: back },
        ]}
      />
      <TermForm
        contractId={null}
        choices={choices}
        initial={initial}
        before={null}
        back={back}
        save={t('standards:term.save')}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
