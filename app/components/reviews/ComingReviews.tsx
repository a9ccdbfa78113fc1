import { useTranslation } from 'react-i18next';
import { quarterText } from '~/packs/show-value';
import type { ReviewState } from '~/reviews/review';
import { periodOfDate } from '~/shared/period';
import { Section } from '../Section';
import { InstantText } from '../texts';
import { useFormat } from '../use-format';
import { ReviewBadge } from './ReviewBadge';
import classes from './ComingReviews.module.css';

export type ComingReview = {
  id: number;
  quarter: number;
  state: ReviewState;
  meetsAt: string;
  timeZone: string;
  /** What people call the time zone. */
  zone: string;
  place: string | null;
  vendor: string;
  owner: string | null;
};

/** The calendar of reviews: the meetings to come by their month, each with its hour where it is held. */
export function ComingReviews({
  reviews,
  isOwn,
}: {
  reviews: readonly ComingReview[];
  isOwn: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reviews.length === 0) return null;
  const months = [...new Set(reviews.map(({ meetsAt }) => periodOfDate(meetsAt)))];
  return (
    <Section title={t('reviews:list.coming')}>
      <div className={classes.months}>
        {months.map((month) => (
          <div key={month}>
            <h3>{format.month(month)}</h3>
            <ol className={classes.meetings}>
              {reviews
                .filter(({ meetsAt }) => periodOfDate(meetsAt) === month)
                .map(({ id, meetsAt, timeZone, zone, quarter, vendor, owner, place, state }) => (
                  <li key={id}>
                    <InstantText instant={meetsAt} zone={timeZone} />
                    <a href={`/reviews/${id}`}>
                      {isOwn
                        ? quarterText(quarter, { t })
                        : `${vendor} · ${quarterText(quarter, { t })}`}
                    </a>
                    <span className={classes.note}>
                      {[zone, owner, place].filter(Boolean).join(' · ')}
                    </span>
                    <ReviewBadge state={state} />
                  </li>
                ))}
            </ol>
          </div>
        ))}
      </div>
    </Section>
  );
}
