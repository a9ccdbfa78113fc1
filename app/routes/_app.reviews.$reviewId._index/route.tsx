import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import type { KeyFact } from '~/components/KeyFacts';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { PackContext } from '~/components/reviews/pack-reading';
import { PackOpening, PackSections } from '~/components/reviews/PackView';
import classes from '~/components/reviews/Pack.module.css';
import { RatingMark } from '~/components/reviews/RatingMark';
import { ReviewBadge } from '~/components/reviews/ReviewBadge';
import { useSpeech } from '~/components/reviews/use-speech';
import { TwoColumns } from '~/components/Section';
import { DateText, InstantText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { translate } from '~/locales/i18n.server';
import { packValueText } from '~/packs/say-words';
import { quarterText, ratedFigures } from '~/packs/show-value';
import { findReview } from '~/reviews/find-review.server';
import { found, recordId } from '~/shared/record-id';
import { Around } from './Around';
import { Brought } from './Brought';
import { loadReviewPage } from './load-page.server';
import { useReviewActions } from './review-actions';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reviews.read');
  const { reader, scope, locale } = visit;
  const review = found(await findReview(reader, scope, recordId(args.params['reviewId'])));
  const t = translate(locale);
  const title = `${review.vendor.name}\u00a0· ${quarterText(review.review.quarter, { t })}`;
  return { title, ...(await loadReviewPage(visit, review)) };
}

export default function Review() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { review, isOwn, shared, internal, unnamed, comments, mayContribute } = page;
  const reading = useMemo(
    () => ({
      reviewId: review.id,
      isVendor: isOwn,
      mayComment: mayContribute && shared !== null,
      comments,
      restated: new Map(page.restated.map(({ id, now }) => [id, now])),
    }),
    [review.id, isOwn, mayContribute, shared, comments, page.restated],
  );
  return (
    <PackContext.Provider value={reading}>
      <PageHeader
        title={page.title}
        crumbs={[{ label: t('reviews:title'), href: '/reviews' }]}
        state={<ReviewBadge state={review.state} />}
        facts={useFacts()}
        {...useReviewActions(page)}
      />
      <State />
      <TwoColumns side={<Around page={page} />}>
        {shared !== null && <PackOpening pack={shared} />}
        <Brought page={page} />
      </TwoColumns>
      {shared !== null && <PackSections pack={shared} />}
      {internal !== null && internal.sections.length > 0 && (
        <section className={classes.internal} aria-label={t('reviews:internal.title')}>
          <h2>{t('reviews:internal.title')}</h2>
          <p className={classes.internalNote}>{t('reviews:internal.help')}</p>
          {unnamed > 0 && (
            <p className={classes.unnamed}>{t('reviews:internal.unnamed', { count: unnamed })}</p>
          )}
          <PackSections pack={internal} />
        </section>
      )}
    </PackContext.Provider>
  );
}

function useFacts(): KeyFact[] {
  const { review, shared, owner, commentsUntil, today, actions, decidedRating } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const speech = useSpeech();
  const overall = shared && ratedFigures(shared).find(({ id }) => id.includes('overall'));
  const open = actions.filter(({ state }) => state === 'open' || state === 'overdue');
  return [
    {
      label: t('reviews:column.meets'),
      value: <InstantText instant={review.meetsAt} zone={review.timeZone} />,
      note: [review.zone, review.place].filter(Boolean).join(' · '),
    },
    ...(overall
      ? [
          {
            label: t('reviews:fact.rating'),
            value: <RatingMark rating={decidedRating ?? overall.rating} />,
            ...(decidedRating !== null &&
              decidedRating !== overall.rating && {
                note: t('reviews:fact.overruled', {
                  rating: packValueText({ kind: 'rating', rating: overall.rating }, speech),
                }),
              }),
          },
        ]
      : []),
    { label: t('reviews:column.owner'), value: owner ?? '–' },
    review.state === 'planned'
      ? {
          label: t('reviews:fact.freezes'),
          value: <DateText date={review.freezesOn} />,
          note: format.daysFrom(review.freezesOn, today),
        }
      : {
          label: t('reviews:fact.commentsUntil'),
          value: <DateText date={commentsUntil} />,
          note: format.daysFrom(commentsUntil, today),
        },
    ...(actions.length > 0
      ? [
          {
            label: t('reviews:fact.openActions'),
            value: format.number(open.length),
            note: t('reviews:fact.ofActions', { count: actions.length }),
          },
        ]
      : []),
  ];
}

/** What the state of the review means for its reader: one sentence above the pack. */
function State() {
  const { review, isOwn, shared, seal, restated, mayContribute, commentsUntil } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {review.state === 'planned' && (
        <Callout>{t('reviews:pack.notYet', { date: format.date(review.freezesOn) })}</Callout>
      )}
      {review.state === 'cancelled' && (
        <Callout tone="attention">
          {t('reviews:pack.cancelled', { reason: review.cancelReason ?? '' })}
        </Callout>
      )}
      {isOwn && mayContribute && shared && (
        <Callout>{t('reviews:pack.vendorLead', { date: format.date(commentsUntil) })}</Callout>
      )}
      {seal !== null && !seal.isIntact && (
        <Callout tone="problem">{t('reviews:pack.broken')}</Callout>
      )}
      {restated.length > 0 && (
        <Callout tone="attention">
          {t('reviews:pack.restatedSince', { count: restated.length })}
        </Callout>
      )}
    </>
  );
}
