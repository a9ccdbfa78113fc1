import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { PostButton } from '~/components/breach/PostButton';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import type { KeyFact } from '~/components/KeyFacts';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ResultBadge, ScoringBadge } from '~/components/scorecards/badges';
import { Stars } from '~/components/scorecards/Stars';
import { useSay } from '~/components/scorecards/use-say';
import { TwoColumns } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { findScoring } from '~/onboarding/scoring-queries.server';
import { found, recordId } from '~/shared/record-id';
import { Arithmetic } from './Arithmetic';
import { loadScoringPage, type ScoringPage } from './load-page.server';
import { Remarks } from './Remarks';
import { Assessors, Exports, Why } from './Side';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'assessments.read');
  const { reader, scope, t } = visit;
  const scoring = found(await findScoring(reader, scope, recordId(args.params['scoringId'])));
  return {
    title: t('assessments:of', { vendor: scoring.vendor.name }),
    page: await loadScoringPage(visit, scoring),
  };
}

export default function ScoringRecord() {
  const { title, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const say = useSay();
  const { scoring, scorecard, outcome, isBlind, isOwn } = page;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('assessments:title'), href: '/assessments' }]}
        state={outcome ? <ResultBadge result={outcome} /> : <ScoringBadge state={scoring.state} />}
        lead={
          <>
            {t('assessments:with', { name: say(scorecard.name), version: scorecard.version })}
            {scoring.demonstration && ` · ${t('assessments:demonstration')}`}
          </>
        }
        facts={useFacts(page)}
        also={<Lesser page={page} />}
        action={<Primary page={page} />}
      />
      {isBlind && !isOwn && (
        <Callout title={t('assessments:blind.title')}>{t('assessments:blind.help')}</Callout>
      )}
      {!isBlind && page.openDifferences > 0 && (
        <Callout tone="attention">
          {t('assessments:differences', { count: page.openDifferences })}
        </Callout>
      )}
      <TwoColumns
        side={
          <>
            <Why page={page} />
            {!isOwn && <Assessors page={page} />}
            <Exports page={page} />
          </>
        }
      >
        <Arithmetic page={page} />
        <Remarks page={page} />
      </TwoColumns>
    </>
  );
}

function useFacts({ total, answered, scoring, vendor, isBlind }: ScoringPage): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      label: t('common:column.total'),
      value: isBlind || !total ? t('common:unknown') : format.number(total.about ?? total.exact),
      note: !isBlind && total && <Stars value={total.about ?? total.exact} />,
    },
    { label: t('assessments:answered'), value: format.percent(answered) },
    { label: t('common:column.vendor'), value: vendor.name },
    { label: t('assessments:cause'), value: t(`assessments:causes.${scoring.cause}`) },
    scoring.concludedAt
      ? {
          label: t('assessments:concluded'),
          value: format.date(scoring.concludedAt.slice(0, 10)),
        }
      : { label: t('common:column.due'), value: format.date(scoring.dueOn) },
  ];
}

/** What comes next for this reader. */
function Primary({ page }: { page: ScoringPage }) {
  const { scoring, owesScores, may, openDifferences, vendor } = page;
  const { t } = useTranslation();
  const base = `/assessments/${scoring.id}`;
  if (owesScores)
    return (
      <ButtonLink href={`${base}/scores`} look="primary">
        {t('assessments:act.score')}
      </ButtonLink>
    );
  if (may.run && scoring.state === 'settling' && openDifferences === 0)
    return <PostButton action={`${base}/conclusion`}>{t('assessments:act.conclude')}</PostButton>;
  const awaits = vendor.status === 'screening' || vendor.status === 'conditional';
  if (may.decide && scoring.state === 'concluded' && awaits)
    return (
      <ButtonLink href={`/vendors/${vendor.id}/admission`} look="primary">
        {t('assessments:act.decide')}
      </ButtonLink>
    );
  if (may.answer)
    return (
      <ButtonLink href={`${base}/remark`} look="primary">
        {t('assessments:act.remark')}
      </ButtonLink>
    );
  return null;
}

function Lesser({ page }: { page: ScoringPage }) {
  const { scoring, may } = page;
  const { t } = useTranslation();
  if (!may.run || scoring.state !== 'concluded' || scoring.isReleased) return null;
  return (
    <ConfirmButton
      label={t('assessments:act.release')}
      action={`/assessments/${scoring.id}/release`}
      look="primary"
    >
      {t('assessments:act.releaseHelp')}
    </ConfirmButton>
  );
}
