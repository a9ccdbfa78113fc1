import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { MailBadge } from '~/components/jobs/MailBadge';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { listMails, mailListSpec } from '~/notifications/mail-queries.server';
import { mailStates } from '~/notifications/mail-state';
import { parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'mail.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, mailListSpec);
  const keepsMail = args.context.demo || !process.env['SMTP_URL'];
  return {
    title: t('jobs:mail.title'),
    query,
    keepsMail,
    ...(await listMails(reader, scope, query)),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Mails() {
  const { title, query, rows, total, keepsMail } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('jobs:mail.lead')}
        crumbs={[{ label: t('nav:administration'), href: '/administration' }]}
      />
      {keepsMail && <Callout tone="info">{t('jobs:mail.kept')}</Callout>}
      <DataTable
        name="mail"
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/mail/${id}`}
        query={query}
        total={total}
        searchLabel={t('jobs:mail.search')}
        filters={[
          {
            name: 'state',
            label: t('jobs:column.state'),
            options: mailStates.map((value) => ({ value, label: t(`jobs:mail.state.${value}`) })),
          },
        ]}
        empty={<EmptyState title={t('jobs:mail.empty')}>{t('jobs:mail.emptyHelp')}</EmptyState>}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'subject', header: t('jobs:mail.subject'), cell: ({ subject }) => subject },
    { key: 'to', header: t('jobs:mail.to'), card: 'name', cell: ({ toAddress }) => toAddress },
    {
      key: 'state',
      header: t('jobs:column.state'),
      card: 'state',
      cell: ({ state }) => <MailBadge state={state} />,
    },
    {
      key: 'written',
      header: t('jobs:mail.written'),
      card: 'figure',
      sort: 'written',
      cell: ({ createdAt }) => format.instant(createdAt),
    },
    {
      key: 'sent',
      header: t('jobs:mail.sent'),
      cell: ({ sentAt }) => sentAt !== null && format.instant(sentAt),
    },
  ];
}
