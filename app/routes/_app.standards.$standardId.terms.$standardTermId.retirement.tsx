import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StandardEnd } from '~/components/contracts/StandardEnd';
import { pageTitle } from '~/components/page-title';
import { loadEnd, takeEnd } from '~/routes/shared/standard-end.server';

export const meta = pageTitle;

export function loader(args: LoaderFunctionArgs) {
  return loadEnd(args, 'retirement');
}

export function action(args: ActionFunctionArgs) {
  return takeEnd(args, 'retirement');
}

export default function Retire() {
  const { t } = useTranslation();
  return (
    <StandardEnd
      {...useLoaderData<typeof loader>()}
      lead={t('standards:term.retireLead')}
      submit={t('standards:term.retire')}
      answer={useActionData<typeof action>()}
    />
  );
}
