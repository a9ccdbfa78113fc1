import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { allTokens } from '~/auth/access-token-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { TokenTable } from '~/components/people/TokenTable';
import { machineClock } from '~/shared/clock';

export const meta = pageTitle;

/** Everybody's access tokens, for whoever manages people, and for who audits them. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, can } = await requirePerson(args, 'people.read');
  return {
    title: t('api:token.all'),
    tokens: await allTokens(reader, scope),
    mayRevoke: can('people.manage'),
    now: machineClock.now().toISOString(),
  };
}

export default function AllTokens() {
  const { title, tokens, mayRevoke, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('api:token.allLead')}
        crumbs={[{ label: t('nav:administration'), href: '/administration' }]}
        also={<ButtonLink href="/account/tokens">{t('api:title')}</ButtonLink>}
      />
      <TokenTable
        tokens={tokens}
        now={now}
        revocation={mayRevoke ? ({ id }) => `/tokens/${id}/revocation` : null}
        empty={{ title: t('api:token.noneAtAll') }}
      />
    </>
  );
}
