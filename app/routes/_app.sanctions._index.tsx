import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { StateBadge } from '~/components/StateBadge';
import { DateText, InstantText } from '~/components/texts';
import { loadedLists } from '~/onboarding/screening-hit-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, can } = await requirePerson(args, 'screening.read');
  return {
    title: t('diligence:sanctions.title'),
    mayLoad: can('screening.load'),
    rows: await loadedLists(reader),
  };
}

export default function SanctionsLists() {
  const { title, mayLoad, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const load = mayLoad && (
    <ButtonLink href="/sanctions/new" look="primary">
      {t('diligence:sanctions.load')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t('diligence:sanctions.lead')}
        crumbs={[{ label: t('diligence:screening.title'), href: '/screening' }]}
        action={load}
      />
      <DataTable
        name="sanctions"
        label={title}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('diligence:sanctions.empty')}>
            {t('diligence:sanctions.emptyHelp')}
          </EmptyState>
        }
        columns={[
          { key: 'source', header: t('common:column.source'), cell: ({ source }) => source },
          {
            key: 'listed',
            header: t('diligence:sanctions.listedOn'),
            cell: ({ listedOn }) => <DateText date={listedOn} />,
          },
          {
            key: 'entries',
            header: t('diligence:sanctions.entries'),
            align: 'end',
            cell: ({ entryCount }) => entryCount,
          },
          {
            key: 'state',
            header: t('common:column.status'),
            cell: ({ state }) => (
              <StateBadge tone={state === 'in_use' ? 'accent' : 'quiet'}>
                {t(`diligence:sanctions.states.${state}`)}
              </StateBadge>
            ),
          },
          {
            key: 'loaded',
            header: t('diligence:sanctions.loadedAt'),
            cell: ({ loadedAt }) => <InstantText instant={loadedAt} />,
          },
          {
            key: 'by',
            header: t('common:column.who'),
            cell: ({ loadedBy }) => loadedBy ?? t('audit:actor.system'),
          },
          { key: 'note', header: t('vendors:details.note'), cell: ({ note }) => note },
        ]}
      />
    </>
  );
}
