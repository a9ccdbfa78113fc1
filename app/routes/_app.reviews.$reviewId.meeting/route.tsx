import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { MeetingClock, useElapsed } from '~/components/reviews/MeetingClock';
import { ReviewBadge } from '~/components/reviews/ReviewBadge';
import { useLiveNotes } from '~/components/reviews/use-live-notes';
import { TwoColumns } from '~/components/Section';
import { quarterText } from '~/packs/show-value';
import { agendaAt } from '~/reviews/agenda-clock';
import { findReview } from '~/reviews/find-review.server';
import { found, recordId } from '~/shared/record-id';
import { loadMeeting } from './load-meeting.server';
import { Outcomes } from './Outcomes';
import { Point } from './Point';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reviews.lead');
  const { reader, scope, t } = visit;
  const review = found(await findReview(reader, scope, recordId(args.params['reviewId'])));
  return { title: t('reviews:meeting.title'), ...(await loadMeeting(visit, review)) };
}

export default function Meeting() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { id, vendor, quarter, state, isOpen } = page;
  const path = `/reviews/${id}`;
  return (
    <>
      <PageHeader
        title={page.title}
        state={<ReviewBadge state={state} />}
        lead={t('reviews:meeting.lead')}
        crumbs={[
          { label: t('reviews:title'), href: '/reviews' },
          { label: `${vendor} · ${quarterText(quarter, { t })}`, href: path },
        ]}
        action={
          state === 'meeting' ? (
            <ConfirmButton
              label={t('reviews:meeting.close')}
              action={`${path}/closing`}
              look="primary"
              openLook="primary"
            >
              {t('reviews:meeting.closeHelp')}
            </ConfirmButton>
          ) : (
            state === 'held' && (
              <ButtonLink href={`${path}/record`} look="primary">
                {t('reviews:act.readAndSend')}
              </ButtonLink>
            )
          )
        }
      />
      {isOpen ? (
        <Running />
      ) : (
        <EmptyState title={t('reviews:meeting.notOpen')}>
          {t('reviews:meeting.notOpenHelp')}
        </EmptyState>
      )}
    </>
  );
}

function Running() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const live = useLiveNotes(page.id, page.isOpen);
  const isRunning = page.state === 'meeting' && page.openedAt !== null;
  const elapsed = useElapsed(page.openedAt ?? page.now, page.now);
  return (
    <>
      {isRunning ? (
        <MeetingClock elapsed={elapsed} />
      ) : (
        <Callout>{t('reviews:meeting.held')}</Callout>
      )}
      <TwoColumns side={<Outcomes page={page} />}>
        {page.points.map((point) => (
          <Point
            key={point.agenda}
            point={point}
            page={page}
            live={live}
            isCurrent={isRunning && agendaAt(elapsed).item === point.agenda}
          />
        ))}
      </TwoColumns>
    </>
  );
}
