import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { useSay } from '~/components/scorecards/use-say';
import { StateBadge } from '~/components/StateBadge';
import { DateText } from '~/components/texts';
import { listScorecards } from '~/onboarding/scorecard-queries.server';
import { criteriaOf } from '~/onboarding/scorecard';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, can } = await requirePerson(args, 'scorecards.read');
  return {
    title: t('assessments:scorecards.title'),
    mayWrite: can('scorecards.write'),
    rows: (await listScorecards(reader)).map(({ document, ...row }) => ({
      ...row,
      name: document.name,
      about: document.about,
      criteria: criteriaOf(document).length,
    })),
  };
}

export default function Scorecards() {
  const { title, rows, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const say = useSay();
  const add = mayWrite && (
    <ButtonLink href="/scorecards/new" look="primary">
      {t('assessments:scorecards.new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={title} lead={t('assessments:scorecards.lead')} action={add} />
      <RegisterTabs current="scorecards" />
      <DataTable
        name="scorecards"
        label={title}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/scorecards/${id}`}
        empty={<EmptyState title={t('assessments:scorecards.empty')} />}
        columns={[
          { key: 'name', header: t('common:column.name'), cell: ({ name }) => say(name) },
          {
            key: 'version',
            header: t('assessments:scorecards.version'),
            align: 'end',
            cell: ({ version }) => version,
          },
          {
            key: 'state',
            header: t('common:column.status'),
            cell: ({ state }) => (
              <StateBadge tone={state === 'draft' ? 'accent' : 'quiet'}>
                {t(`assessments:scorecards.state.${state}`)}
              </StateBadge>
            ),
          },
          {
            key: 'criteria',
            header: t('assessments:scorecards.criteria'),
            align: 'end',
            cell: ({ criteria }) => criteria,
          },
          {
            key: 'uses',
            header: t('assessments:scorecards.uses'),
            align: 'end',
            cell: ({ uses }) => uses,
          },
          {
            key: 'published',
            header: t('assessments:scorecards.published'),
            cell: ({ publishedAt }) => publishedAt && <DateText date={publishedAt.slice(0, 10)} />,
          },
        ]}
      />
    </>
  );
}
