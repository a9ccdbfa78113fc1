import { useTranslation } from 'react-i18next';
import { DocumentList } from '~/components/documents/DocumentList';
import { ButtonLink } from '~/components/form/buttons';
import { PaperLinks } from '~/components/reviews/PaperLinks';
import { ReviewActions } from '~/components/reviews/ReviewActions';
import { Facts, Section } from '~/components/Section';
import { InstantText } from '~/components/texts';
import { Timeline } from '~/components/Timeline';
import { useFormat } from '~/components/use-format';
import type { ReviewPage } from './load-page.server';

/** Beside the pack: the meeting, documents, actions, and what moved. */
export function Around({ page }: { page: ReviewPage }) {
  const { t } = useTranslation();
  const { review, moves, documents, mayContribute, actions, today } = page;
  return (
    <>
      <Meeting page={page} />
      <PaperLinks
        reviewId={review.id}
        hasPack={page.shared !== null}
        hasInternal={page.internal !== null}
      />
      {actions.length > 0 && (
        <Section title={t('reviews:around.actions')}>
          <ReviewActions actions={actions} />
        </Section>
      )}
      {(documents.length > 0 || mayContribute) && (
        <Section
          title={t('reviews:around.documents')}
          action={
            mayContribute && (
              <ButtonLink href={`/reviews/${review.id}/documents/new`} look="quiet">
                {t('documents:upload')}
              </ButtonLink>
            )
          }
        >
          <DocumentList documents={documents} today={today} />
        </Section>
      )}
      {moves.length > 0 && <Moves page={page} />}
    </>
  );
}

/** When it is held, how long, and since when its pack is frozen under which seal. */
function Meeting({ page }: { page: ReviewPage }) {
  const { t } = useTranslation();
  const { review, isOwn, vendor, seal } = page;
  return (
    <Section title={t('reviews:around.meeting')}>
      <Facts
        items={[
          ...(isOwn
            ? []
            : [
                {
                  label: t('common:column.vendor'),
                  value: <a href={`/vendors/${vendor.id}`}>{vendor.name}</a>,
                },
              ]),
          {
            label: t('reviews:around.length'),
            value: t('reviews:around.minutes', { count: review.minutes }),
          },
          ...(review.isLate && review.state !== 'cancelled'
            ? [{ label: t('reviews:column.onTime'), value: t('reviews:column.late') }]
            : []),
          ...(review.heldAt
            ? [
                {
                  label: t('reviews:column.held'),
                  value: <InstantText instant={review.heldAt} zone={review.timeZone} />,
                },
              ]
            : []),
          ...(review.frozenAt
            ? [
                {
                  label: t('reviews:around.frozen'),
                  value: <InstantText instant={review.frozenAt} />,
                },
              ]
            : []),
          ...(seal
            ? [
                {
                  label: t('reviews:around.seal'),
                  value: <code title={seal.sha256}>{seal.sha256.slice(0, 16)}…</code>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Moves({ page }: { page: ReviewPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { review, isOwn, moves } = page;
  return (
    <Section title={t('reviews:around.moves')}>
      <Timeline
        items={moves.map(({ id, movedAt, fromAt, toAt, reason, person }) => ({
          key: id,
          at: movedAt,
          title: t('reviews:around.moved', {
            from: format.instant(fromAt, review.timeZone),
            to: format.instant(toAt, review.timeZone),
          }),
          ...(person !== null && !isOwn && { who: person }),
          children: reason,
        }))}
      />
    </Section>
  );
}
