import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StandardEnd } from '~/components/contracts/StandardEnd';
import { pageTitle } from '~/components/page-title';
import { loadEnd, takeEnd } from '~/routes/shared/standard-end.server';

export const meta = pageTitle;

export function loader(args: LoaderFunctionArgs) {
  return loadEnd(args, 'inheritance');
}

export function action(args: ActionFunctionArgs) {
  return takeEnd(args, 'inheritance');
}

export default function InheritAgain() {
  const { t } = useTranslation();
  return (
    <StandardEnd
      {...useLoaderData<typeof loader>()}
      lead={t('standards:term.inheritsLead')}
      submit={t('standards:term.inherits')}
      answer={useActionData<typeof action>()}
    />
  );
}
