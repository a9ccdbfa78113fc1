import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable } from '~/components/DataTable';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ScoringBadge } from '~/components/scorecards/badges';
import { useSay } from '~/components/scorecards/use-say';
import { Section } from '~/components/Section';
import { InstantText } from '~/components/texts';
import { assessorsOf, answersSeenBy, findScoring } from '~/onboarding/scoring-queries.server';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person } = await requirePerson(args, 'assessments.score');
  const { scoring, vendor, document } = found(
    await findScoring(reader, scope, recordId(args.params['scoringId'])),
  );
  const assessors = await assessorsOf(reader, scoring.id);
  const own = found(
    assessors.find(({ personId, submittedAt }) => personId === person.id && submittedAt !== null),
  );
  const answers = (await answersSeenBy(reader, scoring.id, person.id)).filter(
    ({ personId }) => personId === person.id,
  );
  return {
    title: t('assessments:scoreTitle', { vendor: vendor.name }),
    isOutside: person.role === 'reviewer',
    state: scoring.state,
    handedInAt: own.submittedAt ?? '',
    dimensions: document.dimensions.map(({ key, name, weight, criteria }) => ({
      key,
      name,
      weight,
      criteria: criteria.map((criterion) => {
        const given = answers.find((answer) => answer.criterion === criterion.key);
        const level = criterion.levels.find(({ points }) => points === given?.points);
        return {
          key: criterion.key,
          name: criterion.name,
          points: given?.points ?? null,
          level: level?.name ?? null,
          note: given?.note ?? null,
        };
      }),
    })),
  };
}

/** What an assessor handed in, as it stands, and where the assessment is; what others gave is not here. */
export default function OwnScores() {
  const { title, isOutside, state, handedInAt, dimensions } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <PageHeader
        title={title}
        state={<ScoringBadge state={state} />}
        lead={t(`assessments:ownScores.${state}`)}
        crumbs={[
          isOutside
            ? { label: t('diligence:given.title'), href: '/given' }
            : { label: t('assessments:title'), href: '/assessments' },
        ]}
        facts={[
          {
            label: t('diligence:given.handedInAt'),
            value: <InstantText instant={handedInAt} />,
          },
        ]}
      />
      {dimensions.map((dimension) => (
        <Section
          key={dimension.key}
          title={t('assessments:dimension', {
            name: say(dimension.name),
            weight: dimension.weight,
          })}
        >
          <DataTable
            name="own-scores-given"
            label={say(dimension.name)}
            rows={dimension.criteria}
            rowKey={({ key }) => key}
            empty={null}
            columns={[
              {
                key: 'criterion',
                header: t('assessments:criterion'),
                cell: ({ name }) => say(name),
              },
              {
                key: 'points',
                header: t('assessments:points'),
                align: 'end',
                cell: ({ points }) => points ?? t('assessments:unanswered'),
              },
              {
                key: 'level',
                header: t('assessments:level'),
                cell: ({ level }) => level && say(level),
              },
              { key: 'note', header: t('assessments:note'), cell: ({ note }) => note },
            ]}
          />
        </Section>
      ))}
    </>
  );
}
