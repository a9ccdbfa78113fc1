import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { RadarChart } from '~/components/scorecards/RadarChart';
import classes from '~/components/scorecards/scorecards.module.css';
import { Stars } from '~/components/scorecards/Stars';
import { useSay } from '~/components/scorecards/use-say';
import { Section } from '~/components/Section';
import { compareResults, MOST_COMPARED } from '~/onboarding/comparison';
import { comparedScorings } from '~/onboarding/comparison-queries.server';
import { useFormat } from '~/components/use-format';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'scorecards.read');
  const asked = new URL(args.request.url).searchParams.getAll('id').map(Number);
  const ids = [...new Set(asked.filter(Number.isSafeInteger))];
  const chosen = await comparedScorings(reader, scope, ids.slice(0, MOST_COMPARED));
  return {
    title: t('assessments:compare.title'),
    hasMore: ids.length > MOST_COMPARED,
    comparison: compareResults(chosen),
  };
}

export default function Comparison() {
  const { title, comparison, hasMore } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('assessments:compare.lead')}
        crumbs={[{ label: t('assessments:title'), href: '/assessments' }]}
      />
      {comparison.firms.length < 2 ? (
        <EmptyState
          title={t('assessments:compare.few')}
          action={
            <ButtonLink href="/assessments?state=concluded">
              {t('assessments:compare.back')}
            </ButtonLink>
          }
        >
          {t('assessments:compare.fewHelp')}
        </EmptyState>
      ) : (
        <SideBySide {...{ title, comparison, hasMore }} />
      )}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function SideBySide({ title, comparison, hasMore }: Page) {
  const { t } = useTranslation();
  const { firms, rows, isMixed } = comparison;
  return (
    <>
      {hasMore && <Callout>{t('assessments:compare.most')}</Callout>}
      {isMixed && <Callout tone="attention">{t('assessments:compare.mixed')}</Callout>}
      <div className={classes.compared}>
        <DataTable
          name="comparison"
          label={title}
          rows={rows}
          rowKey={({ key }) => key}
          empty={null}
          columns={useColumns(comparison)}
        />
      </div>
      <Section title={t('assessments:rating')}>
        {firms.map(({ id, vendor, total }) => (
          <p key={id}>
            <a href={`/assessments/${id}`}>{vendor}</a> <Stars value={total} />
          </p>
        ))}
      </Section>
      {!isMixed && <Radar comparison={comparison} />}
    </>
  );
}

type Compared = Page['comparison'];

/** A column for each firm, the best of each dimension marked, and how far apart they lie. */
function useColumns({ firms }: Compared): Column<Compared['rows'][number]>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSay();
  const score = (value: string | null) =>
    value === null ? t('assessments:unanswered') : format.number(value, { maxDigits: 1 });
  return [
    {
      key: 'dimension',
      header: t('assessments:compare.dimension'),
      cell: ({ name }) => (name ? say(name) : t('common:column.total')),
    },
    ...firms.map((firm, index) => ({
      key: `firm-${firm.id}`,
      header: firm.vendor,
      align: 'end' as const,
      cell: ({ scores, best }: Compared['rows'][number]) => (
        <span className={best.includes(index) ? classes.best : undefined}>
          {score(scores[index] ?? null)}
          {best.includes(index) && ` · ${t('assessments:compare.best')}`}
        </span>
      ),
    })),
    {
      key: 'gap',
      header: t('assessments:compare.gap'),
      align: 'end',
      cell: ({ gap }) => gap !== null && score(gap),
    },
  ];
}

function Radar({ comparison: { firms, rows } }: { comparison: Compared }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <RadarChart
      title={t('assessments:compare.radar')}
      names={firms.map(({ vendor }) => vendor)}
      axes={rows.flatMap(({ name, scores }) =>
        name
          ? [
              {
                name: say(name),
                values: scores.map((text) => (text === null ? null : Number(text))),
              },
            ]
          : [],
      )}
    />
  );
}
