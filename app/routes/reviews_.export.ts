import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { plainQuarter } from '~/packs/quarter';
import { listReviews, reviewListSpec } from '~/reviews/review-list-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { exportTable } from './shared/export-table.server';

const MOST_ROWS = 1_000_000;

/** The list of reviews as a file, with its filters and order and all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'reviews.read');
  const { reader, scope, t, now, person } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, reviewListSpec);
  const rows = await listReviews(reader, scope, query, person.id, { offset: 0, limit: MOST_ROWS });
  return exportTable(
    args,
    visit,
    `reviews-${dayOf(now)}`,
    [
      { header: t('common:column.vendor'), value: (row) => row.vendor },
      { header: t('reviews:column.quarter'), value: (row) => plainQuarter(row.quarter) },
      { header: t('reviews:column.state'), value: (row) => t(`reviews:state.${row.state}`) },
      { header: t('reviews:column.meets'), value: (row) => row.meetsAt },
      { header: t('reviews:column.zone'), value: (row) => row.timeZone },
      { header: t('reviews:column.held'), value: (row) => row.heldAt },
      { header: t('reviews:column.owner'), value: (row) => row.owner },
      { header: t('reviews:column.place'), value: (row) => row.place },
    ],
    rows,
  );
}
