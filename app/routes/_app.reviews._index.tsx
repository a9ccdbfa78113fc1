import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import type { Filter } from '~/components/FilterBar';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ComingReviews } from '~/components/reviews/ComingReviews';
import { ReviewTabs } from '~/components/reviews/ReviewTabs';
import { ReviewBadge } from '~/components/reviews/ReviewBadge';
import { InstantText } from '~/components/texts';
import { quarterText } from '~/packs/show-value';
import { isHeldLate } from '~/reviews/plan';
import { reviewStates } from '~/reviews/review';
import {
  comingReviews,
  countReviews,
  listReviews,
  reviewChoices,
  reviewListSpec,
} from '~/reviews/review-list-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { zoneName } from '~/shared/zone-name';

export const meta = pageTitle;

/** A vendor's list is read as cards on a phone. */
const ROWS_ON_A_PHONE = 25;
/** A meeting stays among those that come while it may still run: twelve hours. */
const STILL_RUNNING_MS = 12 * 3_600_000;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person, now, can } = await requirePerson(args, 'reviews.read');
  const isOwn = person.role === 'vendor';
  const query = parseListQuery(new URL(args.request.url).searchParams, {
    ...reviewListSpec,
    ...(isOwn && { pageSize: ROWS_ON_A_PHONE }),
  });
  const { vendors, quarters } = await reviewChoices(reader, scope);
  const since = new Date(now.getTime() - STILL_RUNNING_MS).toISOString();
  const coming = await comingReviews(reader, scope, since);
  return {
    title: t('reviews:title'),
    isOwn,
    mayLead: can('reviews.lead'),
    query,
    quarters,
    vendors: vendors.map(({ code, name }) => ({ value: code, label: name })),
    coming: coming.map((review) => ({ ...review, zone: zoneName(review.timeZone, locale) })),
    rows: (await listReviews(reader, scope, query, person.id)).map((row) => ({
      ...row,
      isLate: row.state !== 'cancelled' && isHeldLate(row),
    })),
    total: await countReviews(reader, scope, query, person.id),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Reviews() {
  const { title, isOwn, mayLead, coming, rows, query, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t(isOwn ? 'reviews:list.ownLead' : 'reviews:list.lead')}
        action={
          mayLead && (
            <ButtonLink href="/reviews/new" look="primary">
              {t('reviews:plan.submit')}
            </ButtonLink>
          )
        }
      />
      {!isOwn && <ReviewTabs current="reviews" />}
      <ComingReviews reviews={coming} isOwn={isOwn} />
      <DataTable
        name={isOwn ? 'own-reviews' : 'reviews'}
        label={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/reviews/${id}`}
        query={query}
        total={total}
        searchLabel={t('reviews:list.search')}
        filters={useFilters()}
        exportHref="/reviews/export"
        empty={
          <EmptyState title={t('reviews:list.empty')}>
            {t(isOwn ? 'reviews:list.ownEmptyHelp' : 'reviews:list.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const quarter: Column<Row> = {
    key: 'quarter',
    header: t('reviews:column.quarter'),
    card: 'name',
    sort: 'quarter',
    cell: (row) => quarterText(row.quarter, { t }),
  };
  const vendor: Column<Row> = {
    key: 'vendor',
    header: t('common:column.vendor'),
    sort: 'vendor',
    cell: (row) => row.vendor,
  };
  return [
    ...(isOwn ? [quarter] : [vendor, quarter]),
    {
      key: 'meets',
      header: t('reviews:column.meets'),
      card: 'figure',
      sort: 'meets',
      cell: ({ meetsAt, timeZone }) => <InstantText instant={meetsAt} zone={timeZone} />,
    },
    {
      key: 'state',
      header: t('reviews:column.state'),
      card: 'state',
      cell: ({ state }) => <ReviewBadge state={state} />,
    },
    {
      key: 'onTime',
      header: t('reviews:column.onTime'),
      hidden: isOwn,
      cell: ({ isLate, state }) =>
        state === 'cancelled' ? '' : t(isLate ? 'reviews:column.late' : 'reviews:column.inTime'),
    },
    {
      key: 'owner',
      header: t('reviews:column.owner'),
      sort: 'owner',
      cell: ({ owner }) => owner ?? '',
    },
    {
      key: 'place',
      header: t('reviews:column.place'),
      hidden: true,
      cell: ({ place }) => place ?? '',
    },
  ];
}

function useFilters(): Filter[] {
  const { vendors, quarters, isOwn, mayLead } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const quarter = (text: string) => {
    const [year = '', number = ''] = text.split('-Q');
    return { value: text, label: t('reviews:quarter', { year, quarter: number }) };
  };
  return [
    {
      name: 'state',
      label: t('reviews:column.state'),
      options: reviewStates.map((value) => ({ value, label: t(`reviews:state.${value}`) })),
    },
    {
      name: 'quarter',
      label: t('reviews:column.quarter'),
      options: quarters.map(quarter),
    },
    ...(isOwn ? [] : [{ name: 'vendor', label: t('common:column.vendor'), options: vendors }]),
    ...(mayLead
      ? [
          {
            name: 'mine',
            label: t('reviews:list.mine'),
            options: [{ value: 'yes', label: t('reviews:list.ledByMe') }],
          },
        ]
      : []),
  ];
}
