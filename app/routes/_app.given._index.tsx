import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { CheckBadge } from '~/components/diligence/CheckBadge';
import { EmptyState } from '~/components/EmptyState';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ScoringBadge } from '~/components/scorecards/badges';
import { Section } from '~/components/Section';
import { DateText, InstantText } from '~/components/texts';
import { checkStanding } from '~/onboarding/due-diligence';
import { checksGivenTo, scoringsGivenTo } from '~/onboarding/given-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, now, person } = await requirePerson(args, 'given.read');
  const today = dayOf(now);
  const checks = await checksGivenTo(reader, person.id);
  return {
    title: t('diligence:given.title'),
    checks: checks.map((check) => ({ ...check, standing: checkStanding(check, today) })),
    scorings: await scoringsGivenTo(reader, person.id),
  };
}

type Page = Awaited<ReturnType<typeof loader>>;
type Check = Page['checks'][number];
type Scoring = Page['scorings'][number];

/** What an outside reviewer was given: what is still to do, what was handed in, and what became of it. */
export default function Given() {
  const { title, checks, scorings } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const checkColumns = useCheckColumns();
  const scoringColumns = useScoringColumns();
  const nothing = checks.length + scorings.length === 0;
  return (
    <>
      <PageHeader title={title} lead={t('diligence:given.lead')} />
      {nothing && (
        <EmptyState title={t('diligence:given.empty')}>{t('diligence:given.emptyHelp')}</EmptyState>
      )}
      {checks.length > 0 && (
        <Section title={t('diligence:checks.title')}>
          <DataTable
            name="given-checks"
            label={t('diligence:checks.title')}
            columns={checkColumns}
            rows={checks}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/checks/${id}`}
            empty={null}
          />
        </Section>
      )}
      {scorings.length > 0 && (
        <Section title={t('assessments:title')}>
          <DataTable
            name="given-scorings"
            label={t('assessments:title')}
            columns={scoringColumns}
            rows={scorings}
            rowKey={({ id }) => id}
            rowHref={({ id, handedInAt }) =>
              `/assessments/${id}/${handedInAt === null ? 'scores' : 'own-scores'}`
            }
            empty={null}
          />
        </Section>
      )}
    </>
  );
}

function useCheckColumns(): Column<Check>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'kind',
      header: t('diligence:check.check'),
      cell: ({ kind }) => t(`diligence:check.kinds.${kind}`),
    },
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      card: 'name',
      cell: ({ vendor }) => vendor,
    },
    {
      key: 'given',
      header: t('diligence:given.givenAt'),
      cell: ({ givenAt }) => <InstantText instant={givenAt} />,
    },
    { key: 'handedIn', header: t('diligence:given.handedInAt'), cell: handedIn },
    {
      key: 'result',
      header: t('diligence:given.result'),
      cell: ({ result }) => result && t(`diligence:check.results.${result}`),
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state, standing }) => <CheckBadge state={state} standing={standing} />,
    },
  ];
}

function useScoringColumns(): Column<Scoring>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      card: 'name',
      cell: ({ vendor }) => vendor,
    },
    {
      key: 'due',
      header: t('diligence:given.dueOn'),
      cell: ({ dueOn }) => <DateText date={dueOn} />,
    },
    { key: 'handedIn', header: t('diligence:given.handedInAt'), cell: handedIn },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => <ScoringBadge state={state} />,
    },
  ];
}

function handedIn({ handedInAt }: { handedInAt: string | null }) {
  return handedInAt && <InstantText instant={handedInAt} />;
}
