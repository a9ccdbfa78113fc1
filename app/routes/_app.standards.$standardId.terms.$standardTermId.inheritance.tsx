import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { DateField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { standardPlace } from '~/contracts/standard-place.server';
import { changeAndCarry } from '~/jobs/standard-work.server';
import { formValues } from '~/shared/form-values';
import { firstDay, periodOfDate } from '~/shared/period';
import { readTypedDate } from '~/shared/typed-date';

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
  return {
    title: t('standards:term.inheritsTitle', { term: place.term, market: place.market }),
    standard: { id: place.standardId, name: place.name },
    marketId: place.marketId,
    from: firstDay(periodOfDate(dayOf(now)) + 1),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, locale } = await requirePerson(args, 'contracts.write');
  const { standardId, termId, marketId } = await standardPlace(reader, scope, asked(args), locale);
  const values = formValues(await args.request.formData());
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const portal = { store, wakeWorker: args.context.wakeWorker };
  const outcome = await changeAndCarry(portal, act, {
    ...{ standardId, termId, marketId, document: null, reason: text('reason') },
    effectiveFrom: readTypedDate(text('effective_from')) ?? '',
  });
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/standards/${standardId}?market=${marketId}`, {
    key: 'standards:notice.termChanged',
  });
}

export default function InheritAgain() {
  const { title, standard, marketId, from } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('standards:term.inheritsLead')}
        crumbs={[
          { label: t('standards:title'), href: '/standards' },
          { label: standard.name, href: `/standards/${standard.id}` },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <DateField name="effective_from" label={t('standards:term.from')} initial={from} />
        <TextField name="reason" label={t('common:column.reason')} maxLength={500} />
        <FormActions>
          <SubmitButton>{t('standards:term.inherits')}</SubmitButton>
          <ButtonLink href={`/standards/${standard.id}?market=${marketId}`}>
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
