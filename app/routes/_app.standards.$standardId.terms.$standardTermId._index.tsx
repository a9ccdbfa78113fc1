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
import { termCourse } from '~/contracts/standard';
import { standardPlace } from '~/contracts/standard-place.server';
import {
  operatorOfForm,
  refusalOfForm,
  termDocumentOf,
  termFormValues,
} from '~/contracts/term-form';
import { changeAndCarry } from '~/jobs/standard-work.server';
import { formValues } from '~/shared/form-values';
import { firstDay, periodOfDate } from '~/shared/period';
import { found } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

function asked({ params, request }: LoaderFunctionArgs | ActionFunctionArgs) {
  return {
    standardId: params['standardId'],
    standardTermId: params['standardTermId'],
    market: new URL(request.url).searchParams.get('market'),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now } = await requirePerson(args, 'contracts.write');
  const place = await standardPlace(reader, scope, asked(args), locale);
  const from = firstDay(periodOfDate(dayOf(now)) + 1);
  const course = termCourse(place.standard, place.tree, place, from);
  const said = found(course.findLast((part) => part.said !== null)?.said);
  return {
    title: t('standards:term.changeTitle', { term: place.term, market: place.market }),
    standard: { id: place.standardId, name: place.name },
    marketId: place.marketId,
    choices: await libraryChoices(reader, scope),
    before: { versionId: 0, term: said },
    initial: { ...termFormValues(said), effective_from: from },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, locale } = await requirePerson(args, 'contracts.write');
  const { standardId, termId, marketId } = await standardPlace(reader, scope, asked(args), locale);
  const values = formValues(await args.request.formData());
  const directions = await kpiDirections(reader);
  const { effective_from: from, ...document } = termDocumentOf(values, directions);
  const portal = { store, wakeWorker: args.context.wakeWorker };
  const outcome = await changeAndCarry(portal, act, {
    ...{ standardId, termId, marketId, document },
    effectiveFrom: typeof from === 'string' ? from : '',
    reason: typeof values['reason'] === 'string' ? values['reason'] : '',
  });
  if (!outcome.ok) {
    const refusal = refusalOfForm(outcome, operatorOfForm(values, directions));
    return refusedForm(refusal, values);
  }
  return redirectWithNotice(`/standards/${standardId}?market=${marketId}`, {
    key: 'standards:notice.termChanged',
  });
}

export default function ChangeStandardTerm() {
  const { title, standard, marketId, choices, before, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('standards:title'), href: '/standards' },
          { label: standard.name, href: `/standards/${standard.id}` },
        ]}
      />
      <TermForm
        contractId={null}
        choices={choices}
        initial={initial}
        before={before}
        back={`/standards/${standard.id}?market=${marketId}`}
        save={t('standards:term.save')}
        refusal={answer?.refusal}
        values={answer?.values}
      />
    </>
  );
}
