import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { RecordText } from '~/components/reviews/RecordText';
import { ReviewBadge } from '~/components/reviews/ReviewBadge';
import { Signatures } from '~/components/reviews/Signatures';
import { TwoColumns } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { quarterText, ratedFigures } from '~/packs/show-value';
import { findReview } from '~/reviews/find-review.server';
import { daysOf } from '~/reviews/load-review.server';
import { packOf } from '~/reviews/pack-queries.server';
import { decisionsOf, notesOf, ratingsOf, signaturesOf } from '~/reviews/record-queries.server';
import { signingDueOn } from '~/reviews/signing-days.server';
import { actionsOfReview } from '~/routes/_app.reviews.$reviewId._index/load-page.server';
import { found, notFound, recordId } from '~/shared/record-id';

export const meta = pageTitle;

/** The record of a meeting. Our side reads its draft from the meeting on; the vendor once it was sent. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reviews.read');
  const { reader, scope, t, can, person, now } = visit;
  const reviewFound = found(await findReview(reader, scope, recordId(args.params['reviewId'])));
  const { review, vendor } = reviewFound;
  const { today } = daysOf(reviewFound, now);
  const isOwn = person.role === 'vendor';
  const isOut = review.recordSentAt !== null;
  if (review.heldAt === null || (isOwn && !isOut)) throw notFound();
  const shared = await packOf(reader, scope, review.id, 'shared');
  const settled = await ratingsOf(reader, review.id);
  const signatures = await signaturesOf(reader, review.id);
  const due =
    isOut && review.recordSentAt !== null
      ? await signingDueOn({
          sentAt: review.recordSentAt,
          timeZone: review.timeZone,
          country: vendor.country,
        })
      : null;
  const mySide = isOwn ? 'vendor' : 'ours';
  return {
    title: t('reviews:record.title'),
    isOwn,
    id: review.id,
    vendor: vendor.name,
    quarter: review.quarter,
    state: review.state,
    heldAt: review.heldAt,
    timeZone: review.timeZone,
    due,
    maySend: review.state === 'held' && can('reviews.lead'),
    maySign:
      review.state === 'recorded' &&
      (isOwn ? can('reviews.answer') && due !== null && today <= due : can('reviews.lead')) &&
      !signatures.some(({ side }) => side === mySide),
    ratings: (shared ? ratedFigures(shared.pack) : []).flatMap(({ id, label, rating }) => {
      const one = settled.find(({ figureId }) => figureId === id);
      return one ? [{ id, label, computed: rating, rating: one.rating, reason: one.reason }] : [];
    }),
    notes: (await notesOf(reader, review.id)).map(({ agenda, text }) => ({ agenda, text })),
    decisions: await decisionsOf(reader, review.id),
    actions: await actionsOfReview(visit, review.id, today),
    signatures,
  };
}

export default function Record() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const { id, vendor, quarter, state, maySend, maySign, isOwn, due } = page;
  const path = `/reviews/${id}`;
  const unowned = page.actions.filter(({ owner }) => owner === null);
  return (
    <>
      <PageHeader
        title={page.title}
        state={<ReviewBadge state={state} />}
        lead={t('reviews:record.heldOn', { instant: format.instant(page.heldAt, page.timeZone) })}
        crumbs={[
          { label: t('reviews:title'), href: '/reviews' },
          { label: `${vendor} · ${quarterText(quarter, { t })}`, href: path },
        ]}
        also={
          maySend ? (
            <ButtonLink href={`${path}/meeting`}>{t('reviews:act.mend')}</ButtonLink>
          ) : (
            maySign &&
            isOwn && (
              <ButtonLink href={`${path}/objection`}>{t('reviews:objection.submit')}</ButtonLink>
            )
          )
        }
        action={
          maySend ? (
            <ConfirmButton
              label={t('reviews:record.send')}
              action={`${path}/record/sending`}
              look="primary"
              openLook="primary"
            >
              {t('reviews:record.sendHelp')}
            </ConfirmButton>
          ) : (
            maySign && (
              <ButtonLink href={`${path}/signature`} look="primary">
                {t('reviews:signature.submit')}
              </ButtonLink>
            )
          )
        }
      />
      {state === 'held' && <Callout>{t('reviews:record.draft')}</Callout>}
      {state === 'recorded' && due !== null && (
        <Callout>
          {t(isOwn ? 'reviews:record.signBy' : 'reviews:record.vendorSignsBy', {
            date: format.date(due),
          })}
        </Callout>
      )}
      {unowned.length > 0 && (
        <Callout tone="attention">{t('reviews:record.unowned', { count: unowned.length })}</Callout>
      )}
      <TwoColumns side={<Signatures signatures={page.signatures} />}>
        <RecordText record={page} />
      </TwoColumns>
    </>
  );
}
