import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { feedSince, openFeed } from '~/calendar/open-feed.server';
import { SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { portalAddress } from '~/settings/setting-queries.server';

export const meta = pageTitle;

/** The secret address under which a calendar program reads the coming dates. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, person } = await requirePerson(args, 'contracts.read');
  return { title: t('contracts:calendar.feed'), since: await feedSince(reader, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, act, person } = await requirePerson(args, 'contracts.read');
  const token = await openFeed(store, act, person.id);
  return { url: `${await portalAddress(reader)}/feeds/${token}` };
}

export default function Feed() {
  const { title, since } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:calendar.feedLead')}
        crumbs={[{ label: t('contracts:calendar.title'), href: '/calendar' }]}
      />
      {answer && (
        <Callout>
          {t('contracts:calendar.feedShown')} <code>{answer.url}</code>
        </Callout>
      )}
      <Section
        title={
          since === null
            ? t('contracts:calendar.feedNone')
            : t('contracts:calendar.feedSince', { date: format.instant(since) })
        }
        help={t('contracts:calendar.feedHelp')}
      >
        <Form method="post">
          <SubmitButton>
            {t(since === null ? 'contracts:calendar.open' : 'contracts:calendar.openAnew')}
          </SubmitButton>
        </Form>
        {since !== null && (
          <ConfirmButton label={t('contracts:calendar.close')} action="/calendar/feed/revocation">
            {t('contracts:calendar.closeHelp')}
          </ConfirmButton>
        )}
      </Section>
    </>
  );
}
