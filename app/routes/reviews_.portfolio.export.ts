import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { quarterText } from '~/packs/show-value';
import { portfolioSpec, shownQuarters } from '~/reviews/portfolio';
import {
  latestQuarter,
  ratedKey,
  ratedReviews,
  reviewedVendors,
} from '~/reviews/portfolio-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The ratings of all vendors by quarter as a file, with the page's filters and all its rows. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reviews.compare');
  const { reader, scope, t, now } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, portfolioSpec);
  const latest = await latestQuarter(reader, scope);
  const quarters = latest === null ? [] : shownQuarters(latest);
  const vendors = await reviewedVendors(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const rated = await ratedReviews(reader, scope, quarters);
  return exportTable(
    args,
    visit,
    `portfolio-${dayOf(now)}`,
    [
      { header: t('common:column.code'), value: ({ code }) => code },
      { header: t('common:column.vendor'), value: ({ name }) => name },
      { header: t('common:column.tier'), value: ({ tier }) => tier && t(`common:tier.${tier}`) },
      ...quarters.map((quarter) => ({
        header: quarterText(quarter, { t }),
        value: ({ id }: { id: number }) => {
          const review = rated.get(ratedKey(id, quarter));
          if (!review) return '';
          return review.rating === null
            ? t('common:outcome.no_data')
            : t(`reviews:rating.${review.rating}`);
        },
      })),
    ],
    vendors,
  );
}
